package io.github.greenscreen.data.image;

import java.util.Locale;

/** Checks whether the images of a data set fit into memory, before they are read. */
public final class ImageMemory {
  /** Largest array of Java. */
  private static final long LARGEST = Integer.MAX_VALUE - 8;

  private static final double GIB = 1L << 30;

  /** Smallest size of images that a message proposes. */
  private static final int LEAST_SIDE = 8;

  private ImageMemory() {}

  /**
   * Return the bytes of {@code count} images of {@code side}×{@code side} pixels.
   *
   * @param name name of the data set, for the message
   * @throws DataException if they need more than one array, or than three quarters of the memory
   *     that Java may use
   */
  public static int demand(String name, int count, int side) {
    return demand(name, count, side, Runtime.getRuntime().maxMemory());
  }

  static int demand(String name, int count, int side, long heap) {
    long bytes = (long) count * ImageSet.bytes(side);
    long usable = heap / 4 * 3;
    if (bytes <= Math.min(LARGEST, usable)) {
      return (int) bytes;
    }
    boolean array = usable >= LARGEST;
    long limit = Math.min(LARGEST, usable);
    int fitting = (int) Math.sqrt((double) limit / 3 / count);
    throw new DataException(
        String.format(
            Locale.ROOT,
            "%s: %,d images of %dx%d pixels need %.1f GiB, but %s %.1f GiB; use %sfewer images%s",
            name,
            count,
            side,
            side,
            bytes / GIB,
            array ? "a data set may have at most" : "Java may use",
            limit / GIB,
            fitting < LEAST_SIDE ? "" : "--set image_size=" + fitting + ", or ",
            array || bytes > LARGEST
                ? ""
                : ", or set GREENSCREEN_OPTS=-Xmx%dg".formatted((int) (bytes / 0.7 / GIB) + 1)));
  }
}
