package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.SplittableRandom;

/**
 * Pastes a box of a random partner into every image and mixes the labels by area. The box has sides
 * s√(1 − λ) for images of side s, with λ from Beta(0.25, 0.25) and a uniform centre, and is clipped
 * at the border; the label follows the remaining area (Yun et al., <a
 * href="https://arxiv.org/abs/1905.04899">arXiv 1905.04899</a>; α is the study's). The numbers of
 * an image are its partner, its own share, and the top, bottom, left, and right of the box, ends
 * exclusive.
 */
final class CutMix implements Augmenter {
  private static final double ALPHA = 0.25;
  private static final int WIDTH = 6;

  /** Index of the box among the numbers of an image. */
  private static final int BOX = 2;

  private final int imageSide;

  /** Create it for images of {@code imageSide}×{@code imageSide} pixels. */
  CutMix(int imageSide) {
    this.imageSide = imageSide;
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public float[] draw(int size, SplittableRandom random) {
    long[] partners = MixPermutation.draw(size, random);
    float[] numbers = new float[WIDTH * size];
    for (int i = 0; i < size; i++) {
      numbers[WIDTH * i] = partners[i];
      int area = drawBox(numbers, WIDTH * i + BOX, random);
      numbers[WIDTH * i + 1] = 1 - (float) area / (imageSide * imageSide);
    }
    return numbers;
  }

  /** Write the four sides of a box from index {@code at} on and return its area. */
  private int drawBox(float[] numbers, int at, SplittableRandom random) {
    double side = imageSide * Math.sqrt(1 - Beta.draw(ALPHA, random));
    int half = (int) (side / 2);
    int area = 1;
    for (int axis = 0; axis < 2; axis++) {
      int center = random.nextInt(imageSide);
      int begin = Math.max(0, center - half);
      int end = Math.min(imageSide, center + half);
      numbers[at + 2 * axis] = begin;
      numbers[at + 2 * axis + 1] = end;
      area *= end - begin;
    }
    return area;
  }

  @Override
  public ImageBatch apply(ImageBatch batch, NDArray numbers, ScriptModule script) {
    return new ImageBatch(
        script.call("paste", batch.images(), numbers),
        script.call("blend_labels", batch.labels(), numbers));
  }
}
