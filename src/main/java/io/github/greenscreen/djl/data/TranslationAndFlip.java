package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.SplittableRandom;

/**
 * Moves images by up to a sixteenth of their side, 2 of 32 pixels, and mirrors them in alternate
 * epochs (Jordan, 2024, <a href="https://arxiv.org/abs/2404.00498">arXiv 2404.00498</a>, section
 * 3.6). Half of the images, chosen by the seed, are mirrored in even epochs, the others in odd
 * ones, so that two epochs show each image in both forms. Pixels from outside the image mirror it.
 * The numbers of an image are its 2×3 matrix, row by row.
 */
final class TranslationAndFlip implements Augmenter {
  private static final int MATRIX = 6;

  /** Largest shift in steps, of which {@value #STEPS_PER_SIDE} are the side of an image. */
  private static final int LARGEST = 2;

  private static final int STEPS_PER_SIDE = 32;

  private final boolean translates;
  private final boolean flips;
  private final long seed;

  TranslationAndFlip(boolean translates, boolean flips, long seed) {
    this.translates = translates;
    this.flips = flips;
    this.seed = seed;
  }

  @Override
  public int width() {
    return MATRIX;
  }

  @Override
  public float[] draw(int[] images, int epoch, SplittableRandom random) {
    float[] numbers = new float[MATRIX * images.length];
    for (int i = 0; i < images.length; i++) {
      numbers[MATRIX * i] = flips && isMirrored(images[i], epoch) ? -1 : 1;
      numbers[MATRIX * i + 4] = 1;
      if (translates) {
        numbers[MATRIX * i + 2] = shift(random);
        numbers[MATRIX * i + 5] = shift(random);
      }
    }
    return numbers;
  }

  private boolean isMirrored(int image, int epoch) {
    boolean first = new SplittableRandom(seed + ((image + 1L) << Integer.SIZE)).nextBoolean();
    return first == (epoch % 2 == 0);
  }

  /** Return a shift in coordinates from −1 to 1 over the image. */
  private static float shift(SplittableRandom random) {
    return 2f * random.nextInt(-LARGEST, LARGEST + 1) / STEPS_PER_SIDE;
  }

  @Override
  public ImageBatch apply(ImageBatch batch, NDArray numbers, ScriptModule script) {
    return new ImageBatch(script.call("affine", batch.images(), numbers), batch.labels());
  }
}
