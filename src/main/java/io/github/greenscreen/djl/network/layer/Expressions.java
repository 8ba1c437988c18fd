package io.github.greenscreen.djl.network.layer;

/** TorchScript expressions of layers that are the same in every number format. */
public final class Expressions {
  private Expressions() {}

  /** Return the name of the variable that holds the value of {@code layer}. */
  public static String variable(String layer) {
    return layer.replace('.', '_');
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
}
