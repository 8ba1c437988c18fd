package io.github.greenscreen.data.folder;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes images of one colour into class folders. */
public final class ImageFiles {
  private ImageFiles() {}

  /** Write a PNG file of {@code width}×{@code height} pixels of the colour 0xRRGGBB. */
  public static Path png(Path file, int width, int height, int color) throws IOException {
    return write(file, "png", width, height, color);
  }

  /** Write a PNG file of 6×6 pixels. */
  public static Path png(Path file, int color) throws IOException {
    return png(file, 6, 6, color);
  }

  static Path jpeg(Path file, int color) throws IOException {
    return write(file, "jpeg", 16, 16, color);
  }

  private static Path write(Path file, String format, int width, int height, int color)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, color);
      }
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(image, format, file.toFile());
    return file;
  }
}
