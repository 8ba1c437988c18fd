package io.github.greenscreen.data.decoding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How an image must be turned to be upright: the entry {@code Orientation} of EXIF, whose numbers
 * are those of the constants, from 1 (CIPA DC-008, section 4.6.4).
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  MIRRORED_UPSIDE_DOWN(false, false, true),
  TRANSPOSED(true, false, false),
  TURNED_LEFT(true, false, true),
  TRANSVERSE(true, true, true),
  TURNED_RIGHT(true, true, false);

  private static final int ENTRY_BYTES = 12;
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int MAGIC = 42;

  private final boolean swaps;
  private final boolean mirrorsColumns;
  private final boolean mirrorsRows;

  Orientation(boolean swaps, boolean mirrorsColumns, boolean mirrorsRows) {
    this.swaps = swaps;
    this.mirrorsColumns = mirrorsColumns;
    this.mirrorsRows = mirrorsRows;
  }

  /**
   * Read the orientation from EXIF data, a TIFF header with its first directory. Data without a
   * valid one, however damaged, mean upright.
   */
  static Orientation of(byte[] exif) {
    ByteBuffer data = ByteBuffer.wrap(exif);
    if (exif.length < 8 || exif[0] != exif[1] || (exif[0] != 'I' && exif[0] != 'M')) {
      return UPRIGHT;
    }
    data.order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = data.getInt(4);
    if (data.getShort(2) != MAGIC || directory < 8 || directory > exif.length - 2) {
      return UPRIGHT;
    }
    int entries = Short.toUnsignedInt(data.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + i * ENTRY_BYTES;
      if (at > exif.length - ENTRY_BYTES) {
        break;
      }
      if (data.getShort(at) == TAG && data.getShort(at + 2) == SHORT) {
        return numbered(Short.toUnsignedInt(data.getShort(at + 8)));
      }
    }
    return UPRIGHT;
  }

  private static Orientation numbered(int number) {
    return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
  }

  /** Return whether rows become columns. */
  boolean swaps() {
    return swaps;
  }

  /** Return {@code image} upright. */
  RgbImage upright(RgbImage image) {
    if (this == UPRIGHT) {
      return image;
    }
    int width = swaps ? image.height() : image.width();
    int height = swaps ? image.width() : image.height();
    byte[] from = image.rgb();
    byte[] turned = new byte[from.length];
    int to = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = swaps ? y : x;
        int row = swaps ? x : y;
        column = mirrorsColumns ? image.width() - 1 - column : column;
        row = mirrorsRows ? image.height() - 1 - row : row;
        int at = RgbImage.CHANNELS * (row * image.width() + column);
        turned[to++] = from[at];
        turned[to++] = from[at + 1];
        turned[to++] = from[at + 2];
      }
    }
    return new RgbImage(width, height, turned);
  }
}
