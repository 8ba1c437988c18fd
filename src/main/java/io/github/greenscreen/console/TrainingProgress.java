package io.github.greenscreen.console;

import io.github.greenscreen.format.DurationFormat;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import java.util.Locale;

/**
 * Shows the progress of one training: one line per epoch, and a bar that advances with the steps.
 */
public final class TrainingProgress implements TrainingObserver {
  private final ProgressBar bar;
  private final int epochs;

  /** Report the progress of {@code epochs} epochs on {@code bar}, which the caller closes. */
  public TrainingProgress(ProgressBar bar, int epochs) {
    this.bar = bar;
    this.epochs = epochs;
  }

  @Override
  public void trainingBegins(EngineInfo preparation) {
    bar.line(
        String.format(
            Locale.ROOT,
            "training %,d parameters on %s",
            preparation.network().parameters(),
            preparation.facts().getOrDefault("device", "an unknown device")));
    preparation.effective().forEach((name, value) -> bar.line(name + ": " + value));
    bar.show(0, "epoch 1/" + epochs);
  }

  @Override
  public void batchEnded(int epoch, int batch, int batches) {
    double share = (epoch + (batch + 1.0) / batches) / epochs;
    bar.show(share, "epoch " + (epoch + 1) + "/" + epochs);
  }

  @Override
  public void epochEnded(EpochResult result) {
    bar.line(
        String.format(
            Locale.ROOT,
            "epoch %"
                + Integer.toString(epochs).length()
                + "d/%d  loss %s  accuracy %5.1f %%  %s  %s",
            result.epoch() + 1,
            epochs,
            loss(result.loss()),
            100 * result.accuracy(),
            validation(result),
            DurationFormat.spell((result.endMillis() - result.startMillis()) / 1000.0)));
  }

  private static String validation(EpochResult result) {
    boolean none =
        Double.isNaN(result.validationLoss()) && Double.isNaN(result.validationAccuracy());
    return none
        ? "not validated"
        : String.format(
            Locale.ROOT,
            "validation loss %s  accuracy %5.1f %%",
            loss(result.validationLoss()),
            100 * result.validationAccuracy());
  }

  /** Format a loss. Losses of a diverging training are huge, so only their magnitude is shown. */
  private static String loss(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 1e5 ? "%.4f" : "%.3e", value);
  }
}
