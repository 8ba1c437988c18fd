package io.github.greenscreen.data;

import io.github.greenscreen.data.decoding.RgbImage;
import io.github.greenscreen.data.decoding.SquareFit;
import io.github.greenscreen.data.image.ImageMemory;
import io.github.greenscreen.data.image.ImageSet;
import java.util.stream.IntStream;

/** Resizes images in memory, on all processors. */
public final class ResizedImages {
  private ResizedImages() {}

  /**
   * Return {@code images} with {@code side}×{@code side} pixels, resized as {@link SquareFit} does;
   * {@code images} itself if that is their size.
   *
   * @throws io.github.greenscreen.data.image.DataException if they need too much memory
   */
  public static ImageSet of(ImageSet images, int side) {
    if (images.side() == side) {
      return images;
    }
    byte[] pixels = new byte[ImageMemory.demand(images.name(), images.size(), side)];
    IntStream.range(0, images.size())
        .parallel()
        .forEach(i -> SquareFit.write(image(images, i), side, pixels, i * ImageSet.bytes(side)));
    return new ImageSet(
        images.name(), images.classes(), side, pixels, images.labels(), images.given());
  }

  /** Return image {@code i} with the three numbers of a pixel side by side. */
  private static RgbImage image(ImageSet images, int i) {
    int plane = images.side() * images.side();
    int from = i * images.imageBytes();
    byte[] rgb = new byte[images.imageBytes()];
    for (int at = 0; at < rgb.length; at++) {
      rgb[at] = images.pixels()[from + at % 3 * plane + at / 3];
    }
    return new RgbImage(images.side(), images.side(), rgb);
  }
}
