package io.github.greenscreen.data.decoding;

import java.util.Arrays;

/**
 * What the components of a JPEG image mean, and their conversion to RGB. Which applies is decided
 * as in libjpeg, and the numbers equal those of libjpeg and Pillow.
 */
enum JpegColors {
  GREY(1) {
    @Override
    void convert(int[] pixel, byte[] rgb, int at) {
      Arrays.fill(rgb, at, at + RgbImage.CHANNELS, (byte) pixel[0]);
    }
  },
  RGB(3) {
    @Override
    void convert(int[] pixel, byte[] rgb, int at) {
      for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
        rgb[at + channel] = (byte) pixel[channel];
      }
    }
  },
  YCBCR(3) {
    @Override
    void convert(int[] pixel, byte[] rgb, int at) {
      rgb[at] = (byte) red(pixel);
      rgb[at + 1] = (byte) green(pixel);
      rgb[at + 2] = (byte) blue(pixel);
    }
  },
  /** Cyan, magenta, yellow, and black, inverted as Adobe writes them. */
  CMYK(4) {
    @Override
    void convert(int[] pixel, byte[] rgb, int at) {
      for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
        rgb[at + channel] = (byte) printed(pixel[channel], pixel[3]);
      }
    }
  },
  /** CMYK whose first three components are stored as YCbCr. */
  YCCK(4) {
    @Override
    void convert(int[] pixel, byte[] rgb, int at) {
      rgb[at] = (byte) printed(OPAQUE - red(pixel), pixel[3]);
      rgb[at + 1] = (byte) printed(OPAQUE - green(pixel), pixel[3]);
      rgb[at + 2] = (byte) printed(OPAQUE - blue(pixel), pixel[3]);
    }
  };

  /** The transform of a file without Adobe's marker. */
  static final int NO_ADOBE = -1;

  private static final int OPAQUE = 255;
  private static final int BITS = 16;
  private static final int HALF = 1 << (BITS - 1);
  private static final int CENTER = 128;

  private final int components;

  JpegColors(int components) {
    this.components = components;
  }

  /**
   * Return the meaning of the components.
   *
   * @param ids the identifier of each component
   * @param hasJfif whether the file has the marker of JFIF
   * @param adobeTransform the transform of Adobe's marker, or {@link #NO_ADOBE}
   */
  static JpegColors of(int[] ids, boolean hasJfif, int adobeTransform)
      throws UnreadableImageException {
    return switch (ids.length) {
      case 1 -> GREY;
      case 3 -> isRgb(ids, hasJfif, adobeTransform) ? RGB : YCBCR;
      case 4 -> adobeTransform == 2 ? YCCK : CMYK;
      default ->
          throw new UnreadableImageException(
              "it has %s colour channels, expected 1, 3, or 4".formatted(ids.length));
    };
  }

  private static boolean isRgb(int[] ids, boolean hasJfif, int adobeTransform) {
    if (hasJfif || adobeTransform != NO_ADOBE) {
      return !hasJfif && adobeTransform == 0;
    }
    return Arrays.equals(ids, new int[] {'R', 'G', 'B'});
  }

  /** Return the number of components. */
  int components() {
    return components;
  }

  /** Write the colour of a {@code pixel}, one byte per component, to {@code rgb} at {@code at}. */
  abstract void convert(int[] pixel, byte[] rgb, int at);

  private static int red(int[] pixel) {
    return clipped(pixel[0] + ((fixed(1.402) * (pixel[2] - CENTER) + HALF) >> BITS));
  }

  private static int green(int[] pixel) {
    int blueness = -fixed(0.34414) * (pixel[1] - CENTER);
    int redness = -fixed(0.71414) * (pixel[2] - CENTER);
    return clipped(pixel[0] + ((blueness + redness + HALF) >> BITS));
  }

  private static int blue(int[] pixel) {
    return clipped(pixel[0] + ((fixed(1.772) * (pixel[1] - CENTER) + HALF) >> BITS));
  }

  /**
   * Return a channel of the colour that ink leaves on paper.
   *
   * @param ink 255 for paper without this ink, 0 for full ink
   * @param black likewise for black
   */
  private static int printed(int ink, int black) {
    int product = (OPAQUE - ink) * black + CENTER;
    return clipped(black - (((product >> Byte.SIZE) + product) >> Byte.SIZE));
  }

  private static int fixed(double factor) {
    return (int) (factor * (1 << BITS) + 0.5);
  }

  private static int clipped(int value) {
    return Math.max(0, Math.min(OPAQUE, value));
  }
}
