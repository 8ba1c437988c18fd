package io.github.greenscreen.djl.network.layer.elementwise;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.ConstantInitializer;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerScript;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * The product of each channel and a trained factor, 1e-6 at first (Touvron et al., 2021, <a
 * href="https://arxiv.org/abs/2103.17239">arXiv 2103.17239</a>).
 *
 * @param name name of the factors and of the value
 * @param in layer that is read, as [batch, channels, height, width]
 * @param channels channels of {@code in}
 */
public record LayerScale(String name, String in, int channels) implements Layer {
  private static final float INITIAL = 1e-6f;

  @Override
  public List<ParameterSpec> parameters(ElementType element) {
    return List.of(
        new ParameterSpec(
            name,
            Parameter.Type.GAMMA,
            new Shape(channels, 1, 1),
            element,
            new ConstantInitializer(INITIAL)));
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public void write(LayerScript script) {
    script.assign(
        Expressions.variable(name),
        "torch.mul(%s, %s)".formatted(Expressions.variable(in), script.bias(name)));
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    graph.node("Mul", OnnxGraph.value(in), name).into(OnnxGraph.value(name));
  }
}
