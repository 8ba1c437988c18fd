package io.github.greenscreen.chart;

import io.github.greenscreen.chart.style.ChartTheme;
import io.github.greenscreen.training.engine.AugmentedPreview;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A sheet of images, eight per row, each magnified by a whole factor to about 128 pixels, with a
 * label below: the class of the image, or the shares of several classes. It shows the effect of
 * augmentation.
 */
public final class ContactSheet {
  private static final int COLUMNS = 8;
  private static final int ABOUT = 128;
  private static final int MARGIN = 8;
  private static final int LINE = 15;
  private static final int LINES = 2;

  /** Smallest share to print; smaller ones would read 0.00. */
  private static final double SMALLEST = 0.005;

  private final AugmentedPreview preview;
  private final int zoom;
  private final int image;

  private ContactSheet(AugmentedPreview preview) {
    this.preview = preview;
    zoom = Math.max(1, ABOUT / preview.side());
    image = zoom * preview.side();
  }

  /** Draw {@code preview} and return the sheet as a PNG file. */
  public static byte[] png(AugmentedPreview preview) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(draw(preview), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Draw {@code preview}, the first at the top left. Unused cells stay white. */
  static BufferedImage draw(AugmentedPreview preview) {
    return new ContactSheet(preview).draw();
  }

  private BufferedImage draw() {
    int width = image + MARGIN;
    int height = image + LINES * LINE + MARGIN;
    int rows = (preview.size() + COLUMNS - 1) / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(
            COLUMNS * width + MARGIN, rows * height + MARGIN, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(ChartTheme.font().deriveFont(Font.PLAIN, 12f));
    graphics.setColor(ChartTheme.INK);
    for (int i = 0; i < preview.size(); i++) {
      int left = MARGIN + i % COLUMNS * width;
      int top = MARGIN + i / COLUMNS * height;
      enlarge(i, sheet, left, top);
      write(label(preview, i), graphics, left, top + image);
    }
    graphics.dispose();
    return sheet;
  }

  /**
   * Return the label of image {@code number}: its classes with their shares, the largest first,
   * such as {@code 0.63 cat + 0.37 dog}.
   */
  static String label(AugmentedPreview preview, int number) {
    List<String> classes = preview.classes();
    List<Integer> present =
        IntStream.range(0, classes.size())
            .filter(c -> preview.share(number, c) >= SMALLEST)
            .boxed()
            .sorted((a, b) -> Float.compare(preview.share(number, b), preview.share(number, a)))
            .toList();
    if (present.size() == 1) {
      return classes.get(present.get(0));
    }
    return present.stream()
        .map(c -> String.format(Locale.ROOT, "%.2f ", preview.share(number, c)) + classes.get(c))
        .collect(Collectors.joining(" + "));
  }

  private void enlarge(int number, BufferedImage sheet, int left, int top) {
    for (int y = 0; y < image; y++) {
      for (int x = 0; x < image; x++) {
        sheet.setRGB(left + x, top + y, preview.color(number, y / zoom, x / zoom));
      }
    }
  }

  /** Draw a label. If it is too long for one line, it continues on the next from its plus sign. */
  private void write(String label, Graphics2D graphics, int left, int top) {
    FontMetrics metrics = graphics.getFontMetrics();
    int plus = label.indexOf(" + ");
    int baseline = top + metrics.getAscent() + 1;
    if (plus < 0 || metrics.stringWidth(label) <= image) {
      graphics.drawString(label, left, baseline);
    } else {
      graphics.drawString(label.substring(0, plus), left, baseline);
      graphics.drawString(label.substring(plus + 1), left, baseline + LINE);
    }
  }
}
