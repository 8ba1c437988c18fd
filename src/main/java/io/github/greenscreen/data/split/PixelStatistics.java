package io.github.greenscreen.data.split;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Statistics of pixel values (0 to 255) that preprocessing needs. They are exact, because they are
 * computed from counts of the 256 values.
 *
 * @param channels red, green, and blue
 */
public record PixelStatistics(List<Channel> channels) {
  private static final int VALUES = 256;

  /**
   * The statistics of one colour channel.
   *
   * @param mean arithmetic mean
   * @param standardDeviation of the whole population (divided by n), as {@code numpy.std}
   * @param median the 0.5 quantile
   * @param interquartileRange the 0.75 quantile minus the 0.25 quantile
   * @param min smallest value
   * @param max largest value
   */
  public record Channel(
      double mean,
      double standardDeviation,
      double median,
      double interquartileRange,
      double min,
      double max) {}

  public PixelStatistics {
    channels = List.copyOf(channels);
  }

  /**
   * Compute the statistics of the images at {@code indices}, usually those of the training split.
   * Quantiles are linear between order statistics (type 7 of Hyndman and Fan, "Sample quantiles in
   * statistical packages", 1996; the default of numpy).
   *
   * @throws DataException if {@code indices} is empty
   */
  public static PixelStatistics of(ImageSet images, int[] indices) {
    if (indices.length == 0) {
      throw new DataException(images.name() + ": pixel statistics need at least one image");
    }
    return new PixelStatistics(
        IntStream.range(0, 3).mapToObj(c -> channel(histogram(images, indices, c))).toList());
  }

  private static long[] histogram(ImageSet images, int[] indices, int channel) {
    int plane = images.side() * images.side();
    byte[] pixels = images.pixels();
    long[] counts = new long[VALUES];
    for (int index : indices) {
      int from = index * images.imageBytes() + channel * plane;
      for (int i = from; i < from + plane; i++) {
        counts[pixels[i] & 0xFF]++;
      }
    }
    return counts;
  }

  private static Channel channel(long[] counts) {
    long n = 0;
    long sum = 0;
    for (int value = 0; value < VALUES; value++) {
      n += counts[value];
      sum += value * counts[value];
    }
    double mean = (double) sum / n;
    double squares = 0;
    for (int value = 0; value < VALUES; value++) {
      squares += counts[value] * (value - mean) * (value - mean);
    }
    return new Channel(
        mean,
        Math.sqrt(squares / n),
        quantile(counts, n, 0.5),
        quantile(counts, n, 0.75) - quantile(counts, n, 0.25),
        ordered(counts, 0),
        ordered(counts, n - 1));
  }

  private static double quantile(long[] counts, long n, double share) {
    double position = (n - 1) * share;
    long below = (long) Math.floor(position);
    double low = ordered(counts, below);
    double high = ordered(counts, Math.min(below + 1, n - 1));
    return low + (position - below) * (high - low);
  }

  /** Return the value at {@code rank} (from 0) of all values in ascending order. */
  private static int ordered(long[] counts, long rank) {
    long seen = 0;
    int value = -1;
    while (seen <= rank) {
      value++;
      seen += counts[value];
    }
    return value;
  }
}
