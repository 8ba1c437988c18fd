package io.github.greenscreen.training;

import java.util.Locale;

/**
 * A training has left the numbers: its loss is NaN or infinite, so that every further step would
 * cost energy and teach nothing. Thrown by an engine once the epoch is told to its observer.
 */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Take what was found, for instance {@code loss is NaN in epoch 3 of 50}. */
  public DivergedException(String found) {
    super(found);
  }

  /**
   * Throw where {@code result} shows that a training of {@code epochs} epochs has diverged. The
   * validation loss counts in the last epoch alone, where no other will tell whether the network
   * that is delivered still computes numbers: until then, running statistics may recover.
   */
  public static void check(EpochResult result, int epochs) {
    boolean last = result.epoch() == epochs - 1;
    if (!Double.isFinite(result.loss())) {
      throw new DivergedException(found("loss", result.loss(), result.epoch(), epochs));
    }
    if (last && !Double.isFinite(result.validationLoss())) {
      throw new DivergedException(
          found("validation loss", result.validationLoss(), result.epoch(), epochs));
    }
  }

  private static String found(String what, double loss, int epoch, int epochs) {
    return String.format(
        Locale.ROOT,
        "%s is %s in epoch %d of %d",
        what,
        Double.isNaN(loss) ? "NaN" : "infinite",
        epoch + 1,
        epochs);
  }
}
