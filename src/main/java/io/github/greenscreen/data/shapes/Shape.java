package io.github.greenscreen.data.shapes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The ten classes of the data set {@code shapes}; the ordinal is the label. Each figure fills the
 * circle of radius 1 around the origin.
 */
public enum Shape {
  CIRCLE {
    @Override
    boolean contains(double x, double y) {
      return radius(x, y) < 0.9;
    }
  },
  RING {
    @Override
    boolean contains(double x, double y) {
      double r = radius(x, y);
      return r < 0.95 && r > 0.55;
    }
  },
  ELLIPSE {
    @Override
    boolean contains(double x, double y) {
      return radius(x, y / 0.55) < 1;
    }
  },
  CRESCENT {
    @Override
    boolean contains(double x, double y) {
      return radius(x, y) < 1 && radius(x - 0.5, y) > 0.8;
    }
  },
  SQUARE {
    @Override
    boolean contains(double x, double y) {
      return Math.max(Math.abs(x), Math.abs(y)) < 0.75;
    }
  },
  TRIANGLE {
    @Override
    boolean contains(double x, double y) {
      return y > -0.5 && y < 1 - SQRT_3 * Math.abs(x);
    }
  },
  STAR {
    @Override
    boolean contains(double x, double y) {
      double angle = StrictMath.atan2(y, x) * 5 / (2 * Math.PI);
      double toTip = 2 * Math.abs(angle - Math.rint(angle));
      return radius(x, y) < 1.05 - 0.65 * toTip;
    }
  },
  CROSS {
    @Override
    boolean contains(double x, double y) {
      double far = Math.max(Math.abs(x), Math.abs(y));
      return far < 0.95 && Math.min(Math.abs(x), Math.abs(y)) < 0.27;
    }
  },
  STRIPES {
    @Override
    boolean contains(double x, double y) {
      return radius(x, y) < 1 && odd(x * 2.6);
    }
  },
  CHECKERS {
    @Override
    boolean contains(double x, double y) {
      return radius(x, y) < 1 && odd(x * 1.9) != odd(y * 1.9);
    }
  };

  private static final double SQRT_3 = Math.sqrt(3);

  /** Return whether the point lies inside the figure. */
  abstract boolean contains(double x, double y);

  /** Return the names of the classes in the order of their labels. */
  static List<String> classes() {
    return Stream.of(values()).map(shape -> shape.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static double radius(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }

  private static boolean odd(double stripe) {
    return ((int) Math.floor(stripe) & 1) == 1;
  }
}
