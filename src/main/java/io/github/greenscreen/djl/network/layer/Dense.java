package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.UniformInitializer;
import java.util.List;

/**
 * A dense layer with bias. Initial values are PyTorch's: uniform within ±1/√(inputs).
 *
 * @param name name of weights, bias, and value
 * @param in layer that is read, as [batch, inputs]
 * @param inputs features of {@code in}
 * @param outputs features of the value
 */
public record Dense(String name, String in, int inputs, int outputs) implements QuantizableLayer {
  @Override
  public List<ParameterSpec> parameters(ElementType element) {
    Initializer uniform = new UniformInitializer((float) (1 / Math.sqrt(inputs)));
    return List.of(
        new ParameterSpec(
            name + ".weight", Parameter.Type.WEIGHT, new Shape(outputs, inputs), element, uniform),
        new ParameterSpec(
            name + ".bias", Parameter.Type.BIAS, new Shape(outputs), element, uniform));
  }

  @Override
  public void write(LayerScript script) {
    script.assign(
        Expressions.variable(name),
        "torch.linear(%s, %s, %s)"
            .formatted(
                Expressions.variable(in),
                script.weight(name + ".weight"),
                script.bias(name + ".bias")));
    script.complete(name);
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.dense(this);
  }
}
