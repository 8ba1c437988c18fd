package io.github.greenscreen.data.decoding;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes the pixels of PNG files. Grey is copied to the three channels, of 16 bits the upper eight
 * count, and transparent pixels are blended with white. Gamma and colour profiles are ignored, as
 * by Pillow.
 */
final class PngPixels {
  private static final int OPAQUE = 255;

  private PngPixels() {}

  static RgbImage decode(byte[] file) throws UnreadableImageException {
    BufferedImage image = read(file);
    return image.getColorModel() instanceof IndexColorModel palette
        ? indexed(image.getRaster(), palette)
        : direct(image.getRaster());
  }

  private static BufferedImage read(byte[] file) throws UnreadableImageException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableImageException("its pixels are damaged", e);
    } finally {
      reader.dispose();
    }
  }

  private static RgbImage indexed(Raster raster, IndexColorModel palette) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int[] colors = new int[palette.getMapSize()];
    palette.getRGBs(colors);
    byte[] rgb = new byte[RgbImage.CHANNELS * width * height];
    int[] row = new int[width];
    int at = 0;
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int index : row) {
        int color = index < colors.length ? colors[index] : OPAQUE << 24;
        int alpha = color >>> 24;
        rgb[at++] = onWhite((color >> 16) & 0xFF, alpha);
        rgb[at++] = onWhite((color >> 8) & 0xFF, alpha);
        rgb[at++] = onWhite(color & 0xFF, alpha);
      }
    }
    return new RgbImage(width, height, rgb);
  }

  /** Convert samples of grey, grey and alpha, RGB, or RGB and alpha. */
  private static RgbImage direct(Raster raster) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int bands = raster.getNumBands();
    boolean grey = bands <= 2;
    boolean blends = bands % 2 == 0;
    int shift = raster.getSampleModel().getSampleSize(0) - Byte.SIZE;
    byte[] rgb = new byte[RgbImage.CHANNELS * width * height];
    int[] row = new int[bands * width];
    int at = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int from = 0; from < row.length; from += bands) {
        int alpha = blends ? row[from + bands - 1] >> shift : OPAQUE;
        for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
          rgb[at++] = onWhite(row[grey ? from : from + channel] >> shift, alpha);
        }
      }
    }
    return new RgbImage(width, height, rgb);
  }

  private static byte onWhite(int color, int alpha) {
    return (byte) ((color * alpha + OPAQUE * (OPAQUE - alpha) + OPAQUE / 2) / OPAQUE);
  }
}
