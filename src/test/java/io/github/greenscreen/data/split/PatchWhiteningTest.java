package io.github.greenscreen.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.shapes.ShapeImages;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatchWhiteningTest {
  private static final ImageSet IMAGES = ShapeImages.draw(40, 3);
  private static final int[] ALL = IntStream.range(0, 40).toArray();
  private static final double[] SHIFT = {100, 110, 120};
  private static final double[] SCALE = {0.02, 0.025, 0.03};
  private static final int SIZE = 12;

  /** The floor of 0.0005 mean eigenvalues keeps the variance of small ones below 1. */
  @Test
  void filters_ofTheirImages_makePatchesUncorrelatedWithVarianceOne() {
    float[] filters = PatchWhitening.filters(IMAGES, ALL, SHIFT, SCALE, 2);
    double[][] covariance = covariance(filters);
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(covariance[i][j]).isCloseTo(0, within(1e-6));
      }
      assertThat(covariance[i][i]).isLessThan(1);
    }
    assertThat(covariance[0][0]).isCloseTo(1, within(1e-3));
    assertThat(covariance[SIZE - 1][SIZE - 1]).isBetween(0.1, 1.0);
  }

  @Test
  void filters_always_areFollowedByTheirNegatives() {
    float[] filters = PatchWhitening.filters(IMAGES, ALL, SHIFT, SCALE, 2);
    assertThat(filters).hasSize(2 * SIZE * SIZE);
    for (int i = 0; i < SIZE * SIZE; i++) {
      assertThat(filters[SIZE * SIZE + i]).isEqualTo(-filters[i]);
    }
  }

  /** Filters of large eigenvalues are shorter: their length is the root of the inverse. */
  @Test
  void filters_always_areOrderedByEigenvalue() {
    float[] filters = PatchWhitening.filters(IMAGES, ALL, SHIFT, SCALE, 2);
    double last = 0;
    for (int i = 0; i < SIZE; i++) {
      double length = 0;
      for (int j = 0; j < SIZE; j++) {
        length += Math.pow(filters[i * SIZE + j], 2);
      }
      assertThat(length).isGreaterThanOrEqualTo(last);
      last = length;
    }
  }

  @Test
  void filters_ofOtherImages_differ() {
    int[] some = IntStream.range(0, 20).toArray();
    assertThat(PatchWhitening.filters(IMAGES, some, SHIFT, SCALE, 2))
        .isNotEqualTo(PatchWhitening.filters(IMAGES, ALL, SHIFT, SCALE, 2));
  }

  /** Return the covariance of the first 12 filters over all patches, straight from its formula. */
  private static double[][] covariance(float[] filters) {
    double[][] products = new double[SIZE][SIZE];
    double[] sums = new double[SIZE];
    long patches = 0;
    for (int image : ALL) {
      for (int y = 0; y < 31; y++) {
        for (int x = 0; x < 31; x++) {
          double[] values = filtered(filters, image, y, x);
          patches++;
          for (int i = 0; i < SIZE; i++) {
            sums[i] += values[i];
            for (int j = 0; j < SIZE; j++) {
              products[i][j] += values[i] * values[j];
            }
          }
        }
      }
    }
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        products[i][j] = products[i][j] / patches - sums[i] * sums[j] / patches / patches;
      }
    }
    return products;
  }

  private static double[] filtered(float[] filters, int image, int y, int x) {
    double[] result = new double[SIZE];
    for (int filter = 0; filter < SIZE; filter++) {
      for (int k = 0; k < SIZE; k++) {
        int channel = k / 4;
        int at = image * 3072 + channel * 1024 + (y + k / 2 % 2) * 32 + x + k % 2;
        double pixel = Byte.toUnsignedInt(IMAGES.pixels()[at]);
        result[filter] += filters[filter * SIZE + k] * (pixel - SHIFT[channel]) * SCALE[channel];
      }
    }
    return result;
  }
}
