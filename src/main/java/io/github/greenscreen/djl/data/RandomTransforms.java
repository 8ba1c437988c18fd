package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Varies every image by random amounts in three of seven ways, which the seed of the run chooses
 * once. Geometric transforms are composed into one matrix per image, so that pixels are resampled
 * once; pixels from outside the image mirror it. The numbers of an image are its matrix, row by
 * row, and its contrast factor if contrast varies.
 */
final class RandomTransforms implements Augmenter {
  private static final int CHOSEN = 3;
  private static final double CONTRAST = 0.2;

  /** Numbers of a 2×3 matrix. */
  private static final int MATRIX = 6;

  private final Set<ImageTransform> variations;

  RandomTransforms(Set<ImageTransform> variations) {
    this.variations = EnumSet.copyOf(variations);
  }

  /** Choose three variations by {@code seed}. */
  static RandomTransforms chosenBy(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ImageTransform> rest = new ArrayList<>(List.of(ImageTransform.values()));
    Set<ImageTransform> chosen = EnumSet.noneOf(ImageTransform.class);
    while (chosen.size() < CHOSEN) {
      chosen.add(rest.remove(random.nextInt(rest.size())));
    }
    return new RandomTransforms(chosen);
  }

  /** Return the variations in use. */
  Set<ImageTransform> variations() {
    return EnumSet.copyOf(variations);
  }

  @Override
  public int width() {
    return MATRIX + (variesContrast() ? 1 : 0);
  }

  /** Draw all matrices first, then all contrast factors. */
  @Override
  public float[] draw(int[] images, int epoch, SplittableRandom random) {
    int size = images.length;
    int width = width();
    float[] numbers = new float[width * size];
    for (int i = 0; i < size; i++) {
      drawMatrix(numbers, width * i, random);
    }
    for (int i = 0; variesContrast() && i < size; i++) {
      numbers[width * i + MATRIX] = (float) (1 + (2 * random.nextDouble() - 1) * CONTRAST);
    }
    return numbers;
  }

  private void drawMatrix(float[] numbers, int at, SplittableRandom random) {
    double[] matrix = {1, 0, 0, 0, 1, 0};
    for (ImageTransform variation : variations) {
      matrix = ImageTransform.compose(matrix, variation.matrix(random));
    }
    for (int k = 0; k < MATRIX; k++) {
      numbers[at + k] = (float) matrix[k];
    }
  }

  private boolean variesContrast() {
    return variations.contains(ImageTransform.CONTRAST);
  }

  @Override
  public ImageBatch apply(ImageBatch batch, NDArray numbers, ScriptModule script) {
    NDArray images = script.call("affine", batch.images(), numbers);
    return new ImageBatch(
        variesContrast() ? script.call("contrast", images, numbers) : images, batch.labels());
  }
}
