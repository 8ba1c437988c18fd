package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.data.ImageSet;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.SplittableRandom;

/**
 * Pastes into every image a box of a random partner and shares the label by area: the box has sides
 * 32√(1 − λ) with λ from Beta(0.25, 0.25) and a uniform centre, and is cut at the border; the label
 * follows the area that is left (Yun et al., <a href="https://arxiv.org/abs/1905.04899">arXiv
 * 1905.04899</a>; α is the study's).
 */
final class CutMix implements Augmenter {
  private static final double ALPHA = 0.25;
  private static final int SIDE = ImageSet.SIDE;

  @Override
  public Pictures apply(Pictures batch, SplittableRandom random, ScriptModule script) {
    NDManager manager = batch.images().getManager();
    int size = batch.size();
    NDArray partner = manager.create(Partners.draw(size, random));
    long[] boxes = new long[4 * size];
    float[] shares = new float[size];
    for (int i = 0; i < size; i++) {
      shares[i] = 1 - (float) drawBox(boxes, 4 * i, random) / (SIDE * SIDE);
    }
    NDArray box = manager.create(boxes, new Shape(size, 4));
    NDArray share = manager.create(shares, new Shape(size, 1));
    return new Pictures(
        script.call("paste", batch.images(), partner, box),
        script.call("blend", batch.labels(), partner, share));
  }

  /** Write top, bottom, left, right (ends exclusive) from {@code at} on and return the area. */
  private static int drawBox(long[] boxes, int at, SplittableRandom random) {
    double side = SIDE * Math.sqrt(1 - Beta.draw(ALPHA, random));
    int half = (int) (side / 2);
    for (int axis = 0; axis < 2; axis++) {
      int center = random.nextInt(SIDE);
      boxes[at + 2 * axis] = Math.max(0, center - half);
      boxes[at + 2 * axis + 1] = Math.min(SIDE, center + half);
    }
    return Math.toIntExact((boxes[at + 1] - boxes[at]) * (boxes[at + 3] - boxes[at + 2]));
  }
}
