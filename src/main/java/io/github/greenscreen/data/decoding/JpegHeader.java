package io.github.greenscreen.data.decoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Reads the segments before the pixels of a JPEG file: its size, its orientation, and how its
 * components mean colours (ITU-T T.81, annex B; the markers JFIF, Adobe, and EXIF).
 */
final class JpegHeader {
  private static final int START_OF_SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP14 = 0xEE;
  private static final int FRAME_BYTES = 6;
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

  /** Coding processes by marker that Java cannot decode. */
  private static final Map<Integer, String> UNSUPPORTED =
      Map.of(
          0xC3, "lossless",
          0xC5, "hierarchical",
          0xC6, "hierarchical",
          0xC7, "lossless",
          0xC9, "arithmetic",
          0xCA, "arithmetic",
          0xCB, "lossless",
          0xCD, "hierarchical",
          0xCE, "hierarchical",
          0xCF, "lossless");

  private final byte[] file;
  private int width;
  private int height;
  private Orientation orientation = Orientation.UPRIGHT;
  private boolean hasJfif;
  private int adobeTransform = JpegColors.NO_ADOBE;
  private int[] components = {};

  private JpegHeader(byte[] file) {
    this.file = file;
  }

  static ImageHeader read(byte[] file) throws UnreadableImageException {
    return new JpegHeader(file).header();
  }

  private ImageHeader header() throws UnreadableImageException {
    int at = 2;
    int marker = marker(at);
    while (marker != START_OF_SCAN) {
      at = afterFill(at);
      int length = number(at + 2);
      if (length < 2 || length > file.length - 2 - at || marker == END) {
        throw endsEarly();
      }
      segment(marker, Arrays.copyOfRange(file, at + 4, at + 2 + length));
      at += 2 + length;
      marker = marker(at);
    }
    if (width < 1 || height < 1) {
      throw new UnreadableImageException("its header states no size");
    }
    JpegColors colors = JpegColors.of(components, hasJfif, adobeTransform);
    return new ImageHeader(width, height, orientation, whole -> JpegPixels.decode(whole, colors));
  }

  private void segment(int marker, byte[] content) throws UnreadableImageException {
    if (UNSUPPORTED.containsKey(marker)) {
      throw new UnreadableImageException(
          "it uses %s JPEG coding, expected baseline or progressive"
              .formatted(UNSUPPORTED.get(marker)));
    }
    switch (marker) {
      case 0xC0, 0xC1, 0xC2 -> frame(content);
      case APP0 -> hasJfif |= startsWith(content, "JFIF\0");
      case APP1 -> exif(content);
      case APP14 -> {
        if (startsWith(content, "Adobe") && content.length >= 12) {
          adobeTransform = content[11] & 0xFF;
        }
      }
      default -> {}
    }
  }

  private void exif(byte[] content) {
    if (content.length > EXIF.length
        && Arrays.equals(content, 0, EXIF.length, EXIF, 0, EXIF.length)) {
      orientation = Orientation.of(Arrays.copyOfRange(content, EXIF.length, content.length));
    }
  }

  private void frame(byte[] content) throws UnreadableImageException {
    int count = content.length < FRAME_BYTES ? 0 : content[5] & 0xFF;
    if (count == 0 || content.length < FRAME_BYTES + 3 * count) {
      throw new UnreadableImageException("its header is damaged");
    }
    if (content[0] != Byte.SIZE) {
      throw new UnreadableImageException(
          "it has %s bits per channel, expected 8".formatted(content[0] & 0xFF));
    }
    height = ((content[1] & 0xFF) << 8) | (content[2] & 0xFF);
    width = ((content[3] & 0xFF) << 8) | (content[4] & 0xFF);
    components = new int[count];
    for (int i = 0; i < count; i++) {
      components[i] = content[FRAME_BYTES + 3 * i] & 0xFF;
    }
  }

  private static boolean startsWith(byte[] content, String text) {
    byte[] first = text.getBytes(StandardCharsets.ISO_8859_1);
    return content.length >= first.length
        && Arrays.equals(content, 0, first.length, first, 0, first.length);
  }

  /** Return the marker at {@code at}, which any number of fill bytes may precede. */
  private int marker(int at) throws UnreadableImageException {
    return file[afterFill(at) + 1] & 0xFF;
  }

  private int afterFill(int at) throws UnreadableImageException {
    int marker = at;
    while (marker < file.length - 1 && file[marker] == -1 && file[marker + 1] == -1) {
      marker++;
    }
    if (marker >= file.length - 3) {
      throw endsEarly();
    }
    if (file[marker] != -1) {
      throw new UnreadableImageException("its header is damaged");
    }
    return marker;
  }

  private int number(int at) {
    return ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
  }

  private static UnreadableImageException endsEarly() {
    return new UnreadableImageException(UnreadableImageException.ENDS_EARLY);
  }
}
