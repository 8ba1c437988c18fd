package io.github.greenscreen.djl;

import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Divides lists of image indices into batches. In training, a last batch of one image is dropped
 * unless the batch size is one, because batch normalisation has no variance to divide by.
 */
final class Batches {
  private Batches() {}

  /** Return the batches of {@code indices} in order; the last one may be shorter. */
  static List<int[]> inOrder(int[] indices, int size) {
    List<int[]> batches = new ArrayList<>();
    for (int from = 0; from < indices.length; from += size) {
      int to = Math.min(indices.length, from + size);
      batches.add(Arrays.copyOfRange(indices, from, to));
    }
    return batches;
  }

  /** Return the batches of {@code indices} in an order drawn from {@code random}. */
  static List<int[]> shuffled(int[] indices, int size, SplittableRandom random) {
    int[] order = indices.clone();
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    List<int[]> batches = inOrder(order, size);
    int last = batches.size() - 1;
    if (size > 1 && last > 0 && batches.get(last).length == 1) {
      batches.remove(last);
    }
    return batches;
  }

  /** Return the number of optimizer steps of {@code batches} batches, {@code accumulate} each. */
  static int steps(int batches, int accumulate) {
    return (batches + accumulate - 1) / accumulate;
  }

  /** Return the number of optimizer steps of {@code job}, all epochs together. */
  static int steps(TrainingJob job) {
    Hyperparameters how = job.hyperparameters();
    int batches = count(job.split().training().length, how.batchSize());
    return steps(batches, how.accumulate()) * job.epochs();
  }

  /** Return the number of batches that {@link #shuffled} returns. */
  static int count(int images, int size) {
    int whole = images / size;
    int rest = images % size;
    return rest > 1 || whole == 0 ? whole + Math.min(rest, 1) : whole;
  }
}
