package io.github.greenscreen.data.decoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What the header of an image file says, which is known without decoding pixels.
 *
 * @param width width in pixels as stored, at least 1
 * @param height height in pixels as stored, at least 1
 * @param orientation how the stored image must be turned
 * @param format the format of the file
 */
record ImageHeader(int width, int height, Orientation orientation, PixelFormat format) {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** First bytes, in Latin-1, of formats that users mistake for the supported ones. */
  private static final Map<String, String> OTHERS =
      Map.of("GIF8", "GIF", "BM", "BMP", "II*\0", "TIFF", "MM\0*", "TIFF");

  /** Most pixels of an image, so that their bytes fit into arrays. */
  private static final long MAX_PIXELS = 250_000_000;

  /** Decodes the pixels of a format. */
  interface PixelFormat {
    /** Return the image of the whole {@code file}, as stored. */
    RgbImage decode(byte[] file) throws UnreadableImageException;
  }

  ImageHeader {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(width + "×" + height + " pixels");
    }
  }

  /**
   * Read the header of {@code file}. The first bytes decide on the format, whatever its name.
   *
   * @throws UnreadableImageException if it is not a PNG or JPEG file, or a damaged one
   */
  static ImageHeader of(byte[] file) throws UnreadableImageException {
    if (file.length == 0) {
      throw new UnreadableImageException("the file is empty");
    }
    ImageHeader header = read(file);
    long pixels = (long) header.width() * header.height();
    if (pixels > MAX_PIXELS) {
      throw new UnreadableImageException(
          String.format(
              Locale.ROOT, "it has %,d pixels, expected at most %,d", pixels, MAX_PIXELS));
    }
    return header;
  }

  private static ImageHeader read(byte[] file) throws UnreadableImageException {
    if (startsWith(file, PNG)) {
      return PngHeader.read(file);
    }
    if (file.length > 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8) {
      return JpegHeader.read(file);
    }
    throw new UnreadableImageException("found " + found(file) + ", expected PNG or JPEG");
  }

  private static String found(byte[] file) {
    String first = new String(file, 0, Math.min(12, file.length), StandardCharsets.ISO_8859_1);
    if (first.startsWith("RIFF") && first.endsWith("WEBP")) {
      return "a WebP image";
    }
    if (first.startsWith("ftyp", 4)) {
      return "a HEIF or AVIF image, or a video";
    }
    return OTHERS.entrySet().stream()
        .filter(other -> first.startsWith(other.getKey()))
        .findFirst()
        .map(other -> "a %s image".formatted(other.getValue()))
        .orElse("another kind of file");
  }

  private static boolean startsWith(byte[] file, byte[] first) {
    return file.length >= first.length
        && Arrays.equals(file, 0, first.length, first, 0, first.length);
  }
}
