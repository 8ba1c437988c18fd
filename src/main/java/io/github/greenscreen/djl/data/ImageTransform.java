package io.github.greenscreen.djl.data;

import java.util.SplittableRandom;

/**
 * One of the transforms of {@code random} augmentation. All except contrast are affine: a 2×3
 * matrix from output to input coordinates, which run from −1 to 1 over the image.
 */
enum ImageTransform {
  /** Mirror left and right with probability 0.5. */
  FLIP {
    @Override
    double[] matrix(SplittableRandom random) {
      return new double[] {random.nextBoolean() ? -1 : 1, 0, 0, 0, 1, 0};
    }
  },
  /** Rotate by up to 36°, a tenth of a full turn, in either direction. */
  ROTATION {
    @Override
    double[] matrix(SplittableRandom random) {
      double angle = within(0.1 * 2 * Math.PI, random);
      double sine = Math.sin(angle);
      double cosine = Math.cos(angle);
      return new double[] {cosine, -sine, 0, sine, cosine, 0};
    }
  },
  /** Zoom in or out by up to 20 %. */
  ZOOM {
    @Override
    double[] matrix(SplittableRandom random) {
      double factor = 1 + within(0.2, random);
      return new double[] {factor, 0, 0, 0, factor, 0};
    }
  },
  /** Raise or lower contrast by up to 20 %. */
  CONTRAST {
    @Override
    double[] matrix(SplittableRandom random) {
      return IDENTITY.clone();
    }
  },
  /** Move by up to 10 % of the side along both axes. */
  TRANSLATION {
    @Override
    double[] matrix(SplittableRandom random) {
      return new double[] {1, 0, within(SHIFT, random), 0, 1, within(SHIFT, random)};
    }
  },
  /** Move up or down by up to 20 % of the side. */
  HEIGHT_SHIFT {
    @Override
    double[] matrix(SplittableRandom random) {
      return new double[] {1, 0, 0, 0, 1, within(2 * SHIFT, random)};
    }
  },
  /** Move left or right by up to 20 % of the side. */
  WIDTH_SHIFT {
    @Override
    double[] matrix(SplittableRandom random) {
      return new double[] {1, 0, within(2 * SHIFT, random), 0, 1, 0};
    }
  };

  /** A tenth of the side in coordinates from −1 to 1. */
  private static final double SHIFT = 0.2;

  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0};

  /** Draw the matrix for one image, row by row. */
  abstract double[] matrix(SplittableRandom random);

  /** Return the product {@code a} · {@code b} of two 2×3 matrices with an implied row (0, 0, 1). */
  static double[] compose(double[] a, double[] b) {
    return new double[] {
      a[0] * b[0] + a[1] * b[3], a[0] * b[1] + a[1] * b[4], a[0] * b[2] + a[1] * b[5] + a[2],
      a[3] * b[0] + a[4] * b[3], a[3] * b[1] + a[4] * b[4], a[3] * b[2] + a[4] * b[5] + a[5]
    };
  }

  private static double within(double limit, SplittableRandom random) {
    return (2 * random.nextDouble() - 1) * limit;
  }
}
