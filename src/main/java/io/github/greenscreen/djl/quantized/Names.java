package io.github.greenscreen.djl.quantized;

import io.github.greenscreen.djl.network.Layer;
import java.util.List;
import java.util.Locale;

/** How layers, their tensors and numbers are spelled in the scripts of this room. */
final class Names {
  private Names() {}

  /** Return the variable that holds the value of {@code layer}. */
  static String variable(String layer) {
    return layer.replace('.', '_');
  }

  /** Return the attribute with the integers of {@code layer}'s weights. */
  static String weight(String layer) {
    return variable(layer) + "_weight";
  }

  /** Return the attribute with the scales of {@code layer}'s output channels. */
  static String scale(String layer) {
    return variable(layer) + "_scale";
  }

  /** Return the attribute with the biases of {@code layer}'s output channels. */
  static String bias(String layer) {
    return variable(layer) + "_bias";
  }

  /** Return the three attributes of {@code layer} as arguments. */
  static String arguments(String layer) {
    return "self.%s, self.%s, self.%s".formatted(weight(layer), scale(layer), bias(layer));
  }

  /** Return {@code value} so that TorchScript reads the same double. */
  static String number(double value) {
    return Double.toString(value).toLowerCase(Locale.ROOT);
  }

  /** Return the expressions, to be assigned one after the other, of He's shortcut of option A. */
  static List<String> thinAndPad(Layer.ThinAndPad layer) {
    String out = variable(layer.name());
    return List.of(
        "torch.slice(%s, 2, 0, 9223372036854775807, 2)".formatted(variable(layer.in())),
        "torch.slice(%s, 3, 0, 9223372036854775807, 2)".formatted(out),
        "torch.constant_pad_nd(%s, [0, 0, 0, 0, %s, %s], 0.)"
            .formatted(out, layer.padding(), layer.padding()));
  }
}
