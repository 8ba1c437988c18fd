package io.github.greenscreen.data.split;

import io.github.greenscreen.data.image.ImageSet;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealVector;

/**
 * Filters that whiten square patches of images (Page, 2018): the eigenvectors of the covariance of
 * patches, divided by the root of their eigenvalue, so that the filtered patches are uncorrelated
 * and have variance 1. Each filter is followed, after all others, by its negative.
 */
public final class PatchWhitening {
  /** Images whose patches are counted; more change the covariance little. */
  private static final int IMAGES = 5000;

  /** Share of the mean eigenvalue that is added to each, as in airbench94. */
  private static final double FLOOR = 5e-4;

  private static final int CHANNELS = 3;

  private final double[] shift;
  private final double[] scale;
  private final int side;
  private final double[] sums;
  private final double[][] products;
  private long patches;

  private PatchWhitening(double[] shift, double[] scale, int side) {
    this.shift = shift;
    this.scale = scale;
    this.side = side;
    int size = CHANNELS * side * side;
    sums = new double[size];
    products = new double[size][size];
  }

  /**
   * Return the filters [2 · 3 · side², 3, side, side], row-major, in the order of decreasing
   * eigenvalues.
   *
   * @param indices images, of which the first 5,000 are used
   * @param shift is subtracted from the pixels (0 to 255) of each channel
   * @param scale multiplies the difference
   * @param side height and width of the patches
   */
  public static float[] filters(
      ImageSet images, int[] indices, double[] shift, double[] scale, int side) {
    PatchWhitening whitening = new PatchWhitening(shift, scale, side);
    for (int i = 0; i < Math.min(IMAGES, indices.length); i++) {
      whitening.add(images, indices[i]);
    }
    return whitening.filters();
  }

  private void add(ImageSet images, int index) {
    double[] patch = new double[sums.length];
    int from = index * CHANNELS * images.side() * images.side();
    for (int row = 0; row + side <= images.side(); row++) {
      for (int column = 0; column + side <= images.side(); column++) {
        read(images, from, row, column, patch);
        count(patch);
      }
    }
  }

  private void read(ImageSet images, int image, int row, int column, double[] patch) {
    byte[] pixels = images.pixels();
    int at = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int y = row; y < row + side; y++) {
        int from = image + (channel * images.side() + y) * images.side() + column;
        for (int x = 0; x < side; x++) {
          patch[at++] = (Byte.toUnsignedInt(pixels[from + x]) - shift[channel]) * scale[channel];
        }
      }
    }
  }

  private void count(double[] patch) {
    patches++;
    for (int i = 0; i < patch.length; i++) {
      sums[i] += patch[i];
      for (int j = 0; j <= i; j++) {
        products[i][j] += patch[i] * patch[j];
      }
    }
  }

  private double[][] covariance() {
    double[][] result = new double[sums.length][sums.length];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j <= i; j++) {
        result[i][j] = products[i][j] / patches - sums[i] / patches * (sums[j] / patches);
        result[j][i] = result[i][j];
      }
    }
    return result;
  }

  private float[] filters() {
    EigenDecomposition parts = new EigenDecomposition(MatrixUtils.createRealMatrix(covariance()));
    double[] values = parts.getRealEigenvalues();
    int size = values.length;
    double floor = FLOOR * MatrixUtils.createRealVector(values).getL1Norm() / size;
    float[] filters = new float[2 * size * size];
    for (int i = 0; i < size; i++) {
      double factor = 1 / Math.sqrt(Math.max(0, values[i]) + floor);
      RealVector vector = parts.getEigenvector(i);
      for (int j = 0; j < size; j++) {
        filters[i * size + j] = (float) (factor * vector.getEntry(j));
        filters[(size + i) * size + j] = -filters[i * size + j];
      }
    }
    return filters;
  }
}
