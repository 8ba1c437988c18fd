package io.github.greenscreen.djl.network;

import java.util.List;

/** TorchScript expressions of layers that are the same in every number format. */
public final class Expressions {
  private Expressions() {}

  /** Return the name of the variable that holds the value of {@code layer}. */
  public static String variable(String layer) {
    return layer.replace('.', '_');
  }

  /** Return the expression of max-pooling over 3 × 3 pixels with stride 2. */
  public static String maxPool(Layer.MaxPool layer) {
    return "torch.max_pool2d(%s, [3, 3], [2, 2], [1, 1])".formatted(variable(layer.in()));
  }

  /** Return the view [batch, height, width, channels] of {@code images}. */
  public static String channelsLast(String images) {
    return "torch.permute(%s, [0, 2, 3, 1])".formatted(images);
  }

  /** Return the view [batch, channels, height, width] of a result of {@link #channelsLast}. */
  public static String channelsFirst(String images) {
    return "torch.permute(%s, [0, 3, 1, 2])".formatted(images);
  }

  /** Return every {@code stride}th element of {@code tensor} along {@code dimension}. */
  public static String strided(String tensor, int dimension, int stride) {
    return stride == 1
        ? tensor
        : "torch.slice(%s, %s, 0, 9223372036854775807, %s)".formatted(tensor, dimension, stride);
  }

  /**
   * Return the pixels that a 1×1 convolution reads, as [batch, height, width, channels].
   *
   * @param images [batch, channels, height, width]
   */
  public static String pointwiseInput(String images, int stride) {
    return strided(strided(channelsLast(images), 1, stride), 2, stride);
  }

  /** Return the expressions, to be assigned in order, of He's shortcut of option A. */
  public static List<String> thinAndPad(Layer.ThinAndPad layer) {
    String out = variable(layer.name());
    return List.of(
        strided(variable(layer.in()), 2, 2),
        strided(out, 3, 2),
        "torch.constant_pad_nd(%s, [0, 0, 0, 0, %s, %s], 0.)"
            .formatted(out, layer.padding(), layer.padding()));
  }
}
