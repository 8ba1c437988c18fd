package io.github.greenscreen.djl.network.layer.elementwise;

import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerScript;
import java.util.List;

/**
 * A function of each number of a layer.
 *
 * @param name name of the value
 * @param in layer that is read
 * @param function the function
 */
public record Activation(String name, String in, Function function) implements Layer {
  /** An activation function. */
  public enum Function {
    /** x·Φ(x) with the normal distribution function Φ (Hendrycks and Gimpel, 2016). */
    GELU("gelu"),
    /** x/(1 + e⁻ˣ) (Elfwing et al., 2017). */
    SILU("silu");

    private final String operator;

    Function(String operator) {
      this.operator = operator;
    }
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public void write(LayerScript script) {
    script.assign(
        Expressions.variable(name),
        "torch.%s(%s)".formatted(function.operator, Expressions.variable(in)));
    script.complete(name);
  }
}
