package io.github.greenscreen.data.decoding;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes the pixels of JPEG files. Java's decoder returns the components as stored, and {@link
 * JpegColors} converts them: Java itself has no conversion of CMYK, and applies colour profiles,
 * which Pillow and torchvision ignore.
 */
final class JpegPixels {
  /** A warning about bytes that decoders skip without a loss. */
  private static final String HARMLESS = "extraneous bytes before marker";

  private JpegPixels() {}

  static RgbImage decode(byte[] file, JpegColors colors) throws UnreadableImageException {
    Raster raster = read(file);
    int bands = raster.getNumBands();
    if (bands != colors.components()) {
      throw new UnreadableImageException("its header is damaged");
    }
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] rgb = new byte[RgbImage.CHANNELS * width * height];
    int[] row = new int[bands * width];
    int[] pixel = new int[bands];
    int at = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int from = 0; from < row.length; from += bands) {
        System.arraycopy(row, from, pixel, 0, bands);
        colors.convert(pixel, rgb, at);
        at += RgbImage.CHANNELS;
      }
    }
    return new RgbImage(width, height, rgb);
  }

  private static Raster read(byte[] file) throws UnreadableImageException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    List<String> warnings = new ArrayList<>();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
      Raster raster = reader.readRaster(0, null);
      if (warnings.stream().anyMatch(JpegPixels::isLoss) || !hasEnd(file)) {
        throw damaged(file, null);
      }
      return raster;
    } catch (IOException | RuntimeException e) {
      throw damaged(file, e);
    } finally {
      reader.dispose();
    }
  }

  /** Return whether the decoder filled in what was missing. */
  private static boolean isLoss(String warning) {
    return warning.startsWith("Premature end")
        || (warning.startsWith("Corrupt JPEG data") && !warning.contains(HARMLESS));
  }

  private static UnreadableImageException damaged(byte[] file, Exception cause) {
    return hasEnd(file)
        ? new UnreadableImageException("its pixels are damaged", cause)
        : new UnreadableImageException(UnreadableImageException.ENDS_EARLY, cause);
  }

  /** Return whether the marker of the end occurs. */
  private static boolean hasEnd(byte[] file) {
    int at = file.length - 2;
    while (at >= 0 && ((file[at] & 0xFF) != 0xFF || (file[at + 1] & 0xFF) != 0xD9)) {
      at--;
    }
    return at >= 0;
  }
}
