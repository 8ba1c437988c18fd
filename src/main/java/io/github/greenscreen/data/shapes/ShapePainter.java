package io.github.greenscreen.data.shapes;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.SplitMix64;

/**
 * Paints one image: a background that changes from corner to corner, clutter, the figure at a
 * random position, size, and rotation in a colour that is sometimes close to the background, and
 * noise. It uses only plain arithmetic (Java's {@code double} and {@link StrictMath}), so that
 * every machine paints the same bytes. Not thread-safe.
 */
final class ShapePainter {
  private static final int SIDE = ImageSet.SIDE;
  private static final int PLANE = SIDE * SIDE;

  /** Points within a pixel at which a figure is sampled, for smooth edges. */
  private static final double[][] PROBES = {{0.25, 0.25}, {0.75, 0.25}, {0.25, 0.75}, {0.75, 0.75}};

  private final SplitMix64 random;
  private final double[] canvas = new double[ImageSet.IMAGE_BYTES];

  ShapePainter(SplitMix64 random) {
    this.random = random;
  }

  /** Paint {@code shape} into the 3072 bytes of {@code target} from {@code offset}. */
  void paint(Shape shape, byte[] target, int offset) {
    double[] middle = colour(40, 140);
    background(middle);
    int strokes = 1 + random.below(3);
    for (int i = 0; i < strokes; i++) {
      stroke();
    }
    figure(shape, contrasting(middle));
    develop(target, offset);
  }

  private double[] colour(double low, double high) {
    return new double[] {
      random.between(low, high), random.between(low, high), random.between(low, high)
    };
  }

  /** Choose a colour of any hue, lighter than {@code middle}, at a distance of 60 to 130. */
  private double[] contrasting(double[] middle) {
    double[] direction = colour(0, 1);
    double length = 1e-9;
    for (double part : direction) {
      length += part * part;
    }
    double reach = random.between(60, 130) / Math.sqrt(length);
    double[] result = new double[3];
    for (int c = 0; c < 3; c++) {
      result[c] = middle[c] + reach * direction[c];
    }
    return result;
  }

  private void background(double[] middle) {
    for (int c = 0; c < 3; c++) {
      double right = random.between(-1.2, 1.2);
      double down = random.between(-1.2, 1.2);
      for (int i = 0; i < PLANE; i++) {
        int x = column(i) - SIDE / 2;
        int y = row(i) - SIDE / 2;
        canvas[c * PLANE + i] = middle[c] + right * x + down * y;
      }
    }
  }

  /** Draw a thin bar of random colour and position, so that edges alone do not reveal the class. */
  private void stroke() {
    double[] colour = colour(30, 226);
    double angle = random.between(0, Math.PI);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double centreX = random.between(0, SIDE);
    double centreY = random.between(0, SIDE);
    double halfLength = random.between(2, 8);
    double halfWidth = random.between(0.5, 1.2);
    for (int i = 0; i < PLANE; i++) {
      double x = column(i) + 0.5 - centreX;
      double y = row(i) + 0.5 - centreY;
      boolean on =
          Math.abs(cos * x + sin * y) < halfLength && Math.abs(cos * y - sin * x) < halfWidth;
      blend(i, colour, on ? 0.7 : 0);
    }
  }

  private void figure(Shape shape, double[] colour) {
    double angle = random.between(-0.5, 0.5);
    double size = random.between(8, 14);
    double cos = StrictMath.cos(angle) / size;
    double sin = StrictMath.sin(angle) / size;
    double margin = SIDE / 2.0 - 0.8 * size;
    double centreX = SIDE / 2.0 + random.between(-margin, margin);
    double centreY = SIDE / 2.0 + random.between(-margin, margin);
    for (int i = 0; i < PLANE; i++) {
      int hits = 0;
      for (double[] probe : PROBES) {
        double x = column(i) + probe[0] - centreX;
        double y = row(i) + probe[1] - centreY;
        hits += shape.contains(cos * x + sin * y, cos * y - sin * x) ? 1 : 0;
      }
      blend(i, colour, (double) hits / PROBES.length);
    }
  }

  private static int row(int pixel) {
    return pixel / SIDE;
  }

  private static int column(int pixel) {
    return pixel % SIDE;
  }

  private void blend(int pixel, double[] colour, double cover) {
    for (int c = 0; c < 3; c++) {
      int at = c * PLANE + pixel;
      canvas[at] += cover * (colour[c] - canvas[at]);
    }
  }

  /** Add noise and round to bytes. */
  private void develop(byte[] target, int offset) {
    double strength = random.between(8, 26);
    for (int i = 0; i < canvas.length; i += 2) {
      long bits = random.bits();
      target[offset + i] = toByte(canvas[i] + strength * bell((int) bits));
      target[offset + i + 1] = toByte(canvas[i + 1] + strength * bell((int) (bits >>> 32)));
    }
  }

  /**
   * Turn 32 uniform bits into a number of mean 0 and variance 1, nearly normal: a sum of 4 bytes.
   */
  private static double bell(int bits) {
    int sum = (bits & 255) + (bits >>> 8 & 255) + (bits >>> 16 & 255) + (bits >>> 24);
    return (sum - 510) / 147.79;
  }

  private static byte toByte(double value) {
    return (byte) Math.max(0, Math.min(255, Math.rint(value)));
  }
}
