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
import io.github.greenscreen.djl.onnx.OnnxGraph;
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
    if (script.isPortable()) {
      attend(script, out, all);
    } else {
      script.assign(
          out,
          "torch.scaled_dot_product_attention(%s, %s, %s)"
              .formatted(part(all, 0), part(all, 1), part(all, 2)));
    }
    script.assign(out, "torch.flatten(torch.permute(%s, [0, 2, 1, 3]), 2)".formatted(out));
    script.assign(out, product(script, out, "out_proj.weight", "out_proj.bias"));
    script.complete(name);
  }

  /** PyTorch has a function for the whole attention since version 2.0 only. */
  private void attend(LayerScript script, String out, String all) {
    String keys = "torch.transpose(%s, -2, -1)".formatted(part(all, 1));
    script.assign(out, "torch.matmul(%s, %s)".formatted(part(all, 0), keys));
    script.assign(out, "torch.softmax(torch.mul(%s, %s), -1)".formatted(out, scale()));
    script.assign(out, "torch.matmul(%s, %s)".formatted(out, part(all, 2)));
  }

  private static String part(String all, int index) {
    return "torch.select(%s, 0, %s)".formatted(all, index);
  }

  private String product(LayerScript script, String value, String weights, String biases) {
    return "torch.linear(%s, %s, %s)"
        .formatted(value, script.weight(name + "." + weights), script.bias(name + "." + biases));
  }

  @Override
  public void write(OnnxGraph graph) {
    String all =
        graph.dense(
            OnnxGraph.value(name, "in"),
            OnnxGraph.value(in),
            name + ".in_proj_weight",
            name + ".in_proj_bias",
            OnnxGraph.value(name, "qkv"));
    String sizes = graph.integers(OnnxGraph.value(name, "sizes"), 0, 0, 3, heads, width / heads);
    String split = graph.node("Reshape", all, sizes).into(OnnxGraph.value(name, "split"));
    String parts =
        graph
            .node("Transpose", split)
            .with("perm", 2, 0, 3, 1, 4)
            .into(OnnxGraph.value(name, "parts"));
    String attended =
        attend(graph, part(graph, parts, 0), part(graph, parts, 1), part(graph, parts, 2));
    String joined =
        graph
            .node("Transpose", attended)
            .with("perm", 0, 2, 1, 3)
            .into(OnnxGraph.value(name, "joined"));
    String flat = graph.integers(OnnxGraph.value(name, "flat"), 0, 0, width);
    graph.dense(
        OnnxGraph.value(name, "out"),
        graph.node("Reshape", joined, flat).into(OnnxGraph.value(name, "tokens")),
        name + ".out_proj.weight",
        name + ".out_proj.bias",
        OnnxGraph.value(name));
  }

  private String part(OnnxGraph graph, String parts, int index) {
    String part = OnnxGraph.value(name, "part" + index);
    return graph.node("Gather", parts, graph.integer(part + "/index", index)).into(part);
  }

  /** Weight the values {@code v} by softmax(q·kᵀ/√width of a head). */
  private String attend(OnnxGraph graph, String q, String k, String v) {
    String keys =
        graph.node("Transpose", k).with("perm", 0, 1, 3, 2).into(OnnxGraph.value(name, "keys"));
    String products = graph.node("MatMul", q, keys).into(OnnxGraph.value(name, "products"));
    String scale = graph.number(OnnxGraph.value(name, "scale"), scale());
    String scores = graph.node("Mul", products, scale).into(OnnxGraph.value(name, "scores"));
    String weights =
        graph.node("Softmax", scores).with("axis", -1).into(OnnxGraph.value(name, "weights"));
    return graph.node("MatMul", weights, v).into(OnnxGraph.value(name, "attended"));
  }

  private double scale() {
    return 1 / Math.sqrt((double) width / heads);
  }
}
