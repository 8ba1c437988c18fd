package io.github.greenscreen.djl.network;

import java.util.List;

/** TorchScript of layers that reads the same whatever numbers they compute with. */
public final class Expressions {
  private Expressions() {}

  /** Return the variable that holds the value of {@code layer}. */
  public static String variable(String layer) {
    return layer.replace('.', '_');
  }

  /** Return the expression of a maximum over 3 × 3 pixels, every second row and column. */
  public static String maxPool(Layer.MaxPool layer) {
    return "torch.max_pool2d(%s, [3, 3], [2, 2], [1, 1])".formatted(variable(layer.in()));
  }

  /** Return the expressions, to be assigned one after the other, of He's shortcut of option A. */
  public static List<String> thinAndPad(Layer.ThinAndPad layer) {
    String out = variable(layer.name());
    return List.of(
        "torch.slice(%s, 2, 0, 9223372036854775807, 2)".formatted(variable(layer.in())),
        "torch.slice(%s, 3, 0, 9223372036854775807, 2)".formatted(out),
        "torch.constant_pad_nd(%s, [0, 0, 0, 0, %s, %s], 0.)"
            .formatted(out, layer.padding(), layer.padding()));
  }
}
