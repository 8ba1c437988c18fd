package io.github.greenscreen.djl.network.layer.token;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.Initializers;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerScript;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import java.util.List;

/**
 * Self-attention with several heads (Vaswani et al., 2017, <a
 * href="https://arxiv.org/abs/1706.03762">arXiv 1706.03762</a>, section 3.2.2), with the arrays of
 * PyTorch's {@code MultiheadAttention}.
 *
 * @param name prefix of the arrays, and name of the value
 * @param in layer that is read
 * @param width numbers per token
 * @param heads attention heads, a divisor of {@code width}
 */
public record SelfAttention(String name, String in, int width, int heads) implements Layer {
  @Override
  public List<ParameterSpec> parameters(ElementType element) {
    return List.of(
        weights("in_proj_weight", 3 * width, element),
        biases("in_proj_bias", 3 * width, element),
        weights("out_proj.weight", width, element),
        biases("out_proj.bias", width, element));
  }

  private ParameterSpec weights(String array, int outputs, ElementType element) {
    return new ParameterSpec(
        name + "." + array,
        Parameter.Type.WEIGHT,
        new Shape(outputs, width),
        element,
        Initializers.truncatedNormal());
  }

  private ParameterSpec biases(String array, int outputs, ElementType element) {
    return new ParameterSpec(
        name + "." + array, Parameter.Type.BIAS, new Shape(outputs), element, Initializer.ZEROS);
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public long multiplyAdds(List<Shape> inputs) {
    long tokens = inputs.get(0).get(0);
    return 4 * tokens * width * width + 2 * tokens * tokens * width;
  }

  @Override
  public void write(LayerScript script) {
    String out = Expressions.variable(name);
    String all = out + "_qkv";
    String value = Expressions.variable(in);
    script.assign(all, product(script, value, "in_proj_weight", "in_proj_bias"));
    script.assign(
        all,
        "torch.reshape(%s, [torch.size(%s, 0), -1, 3, %s, %s])"
            .formatted(all, all, heads, width / heads));
    script.assign(all, "torch.permute(%s, [2, 0, 3, 1, 4])".formatted(all));
    script.assign(
        out,
        "torch.scaled_dot_product_attention(%s, %s, %s)"
            .formatted(part(all, 0), part(all, 1), part(all, 2)));
    script.assign(out, "torch.flatten(torch.permute(%s, [0, 2, 1, 3]), 2)".formatted(out));
    script.assign(out, product(script, out, "out_proj.weight", "out_proj.bias"));
    script.complete(name);
  }

  private static String part(String all, int index) {
    return "torch.select(%s, 0, %s)".formatted(all, index);
  }

  private String product(LayerScript script, String value, String weights, String biases) {
    return "torch.linear(%s, %s, %s)"
        .formatted(value, script.weight(name + "." + weights), script.bias(name + "." + biases));
  }
}
