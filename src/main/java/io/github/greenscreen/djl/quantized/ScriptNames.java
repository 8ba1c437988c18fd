package io.github.greenscreen.djl.quantized;

import io.github.greenscreen.djl.network.layer.Expressions;
import java.util.Locale;

/** The names of layers, tensors, and numbers in the scripts of this package. */
final class ScriptNames {
  private ScriptNames() {}

  /** Return the attribute with the integers of {@code layer}'s weights. */
  static String weight(String layer) {
    return Expressions.variable(layer) + "_weight";
  }

  /** Return the attribute with the scales of {@code layer}'s output channels. */
  static String scale(String layer) {
    return Expressions.variable(layer) + "_scale";
  }

  /** Return the attribute with the biases of {@code layer}'s output channels. */
  static String bias(String layer) {
    return Expressions.variable(layer) + "_bias";
  }

  /** Return the three attributes of {@code layer} as arguments. */
  static String arguments(String layer) {
    return "self.%s, self.%s, self.%s".formatted(weight(layer), scale(layer), bias(layer));
  }

  /** Return {@code value} as text that TorchScript parses to the same double. */
  static String number(double value) {
    return Double.toString(value).toLowerCase(Locale.ROOT);
  }
}
