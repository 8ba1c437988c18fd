package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Varies every image by a random amount in three ways out of seven, which the seed of the run
 * chooses once. Geometry is composed into one matrix per image, so that pixels are resampled once;
 * what comes in from outside mirrors the image.
 */
final class RandomVariations implements Augmenter {
  private static final int CHOSEN = 3;
  private static final double CONTRAST = 0.2;

  private final Set<Variation> variations;

  RandomVariations(Set<Variation> variations) {
    this.variations = EnumSet.copyOf(variations);
  }

  /** Choose three variations by {@code seed}. */
  static RandomVariations chosenBy(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Variation> rest = new ArrayList<>(List.of(Variation.values()));
    Set<Variation> chosen = EnumSet.noneOf(Variation.class);
    while (chosen.size() < CHOSEN) {
      chosen.add(rest.remove(random.nextInt(rest.size())));
    }
    return new RandomVariations(chosen);
  }

  /** Return the variations in use. */
  Set<Variation> variations() {
    return EnumSet.copyOf(variations);
  }

  @Override
  public Pictures apply(Pictures batch, SplittableRandom random, ScriptModule script) {
    NDManager manager = batch.images().getManager();
    NDArray theta = manager.create(matrices(batch.size(), random), new Shape(batch.size(), 2, 3));
    NDArray images = script.call("affine", batch.images(), theta);
    if (variations.contains(Variation.CONTRAST)) {
      NDArray factor = manager.create(contrasts(batch.size(), random));
      images = script.call("contrast", images, factor.reshape(batch.size(), 1, 1, 1));
    }
    return new Pictures(images, batch.labels());
  }

  private float[] matrices(int size, SplittableRandom random) {
    float[] result = new float[6 * size];
    for (int i = 0; i < size; i++) {
      double[] matrix = {1, 0, 0, 0, 1, 0};
      for (Variation variation : variations) {
        matrix = Variation.compose(matrix, variation.matrix(random));
      }
      for (int k = 0; k < 6; k++) {
        result[6 * i + k] = (float) matrix[k];
      }
    }
    return result;
  }

  private static float[] contrasts(int size, SplittableRandom random) {
    float[] factors = new float[size];
    for (int i = 0; i < size; i++) {
      factors[i] = (float) (1 + (2 * random.nextDouble() - 1) * CONTRAST);
    }
    return factors;
  }
}
