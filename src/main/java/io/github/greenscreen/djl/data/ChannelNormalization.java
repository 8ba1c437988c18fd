package io.github.greenscreen.djl.data;

import io.github.greenscreen.data.split.PixelStatistics;
import io.github.greenscreen.data.split.PixelStatistics.Channel;
import io.github.greenscreen.training.hyperparameter.Preprocessing;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Preprocessing as (pixel − shift) · scale per channel; a channel without spread is only shifted.
 *
 * @param shift one number per channel, on the scale of bytes
 * @param scale one factor per channel
 */
@SuppressWarnings("ArrayRecordComponent") // only read
public record ChannelNormalization(double[] shift, double[] scale) {
  /** Largest value of a pixel, which is 1 on the scale of pretrained networks. */
  private static final double WHITE = 255;

  /**
   * Return the normalisation by {@code mean} and {@code deviation} of each channel, on the scale
   * from 0 to 1.
   */
  public static ChannelNormalization of(List<Double> mean, List<Double> deviation) {
    return new ChannelNormalization(
        mean.stream().mapToDouble(value -> WHITE * value).toArray(),
        deviation.stream().mapToDouble(value -> inverse(WHITE * value)).toArray());
  }

  /** Return the normalisation of {@code preprocessing} fitted to {@code statistics}. */
  public static ChannelNormalization of(Preprocessing preprocessing, PixelStatistics statistics) {
    List<Channel> channels = statistics.channels();
    return switch (preprocessing) {
      case NONE -> of(channels, channel -> 0, channel -> 1);
      case STANDARDIZATION -> of(channels, Channel::mean, Channel::standardDeviation);
      case ROBUST_SCALING -> of(channels, Channel::median, Channel::interquartileRange);
      case MINMAX -> of(channels, Channel::min, channel -> channel.max() - channel.min());
    };
  }

  private static ChannelNormalization of(
      List<Channel> channels, ToDoubleFunction<Channel> center, ToDoubleFunction<Channel> spread) {
    double[] shift = channels.stream().mapToDouble(center).toArray();
    double[] scale =
        channels.stream().mapToDouble(spread).map(ChannelNormalization::inverse).toArray();
    return new ChannelNormalization(shift, scale);
  }

  /** Return the number per channel to subtract from pixels between 0 and 1. */
  public List<Double> mean() {
    return Arrays.stream(shift).map(number -> number / WHITE).boxed().toList();
  }

  /** Return the number per channel by which to divide the difference from {@link #mean}. */
  public List<Double> deviation() {
    return Arrays.stream(scale).map(factor -> 1 / (factor * WHITE)).boxed().toList();
  }

  private static double inverse(double width) {
    return width > 0 ? 1 / width : 1;
  }
}
