package io.github.greenscreen.training.engine;

import java.util.Locale;

/**
 * Thrown if a training has diverged: its loss is NaN or infinite, so that further steps would waste
 * energy. An engine throws it after it has reported the epoch to its observer.
 */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create it with a description, for instance {@code loss is NaN in epoch 3 of 50}. */
  public DivergedException(String found) {
    super(found);
  }

  /**
   * Throw if {@code result} shows that a training of {@code epochs} epochs has diverged. The
   * validation loss counts only in the last epoch, when it is the only evidence that the final
   * network is valid; before that, running statistics may recover.
   */
  public static void check(EpochResult result, int epochs) {
    check(result, epochs, false);
  }

  /**
   * Throw in the same cases, also if the training {@code endsEarly} and this is therefore its last
   * epoch.
   */
  public static void check(EpochResult result, int epochs, boolean endsEarly) {
    boolean last = endsEarly || result.epoch() == epochs - 1;
    checkTraining(result, epochs);
    if (last && !Double.isFinite(result.validationLoss())) {
      throw new DivergedException(
          found("validation loss", result.validationLoss(), result.epoch(), epochs));
    }
  }

  /**
   * Throw if the training loss of {@code result} shows that a training of {@code epochs} epochs has
   * diverged.
   */
  public static void checkTraining(EpochResult result, int epochs) {
    if (!Double.isFinite(result.loss())) {
      throw new DivergedException(found("loss", result.loss(), result.epoch(), epochs));
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
