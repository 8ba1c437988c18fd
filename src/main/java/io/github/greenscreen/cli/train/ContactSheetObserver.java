package io.github.greenscreen.cli.train;

import io.github.greenscreen.chart.ContactSheet;
import io.github.greenscreen.console.ProgressBar;
import io.github.greenscreen.console.TrainingProgress;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.training.engine.AugmentedPreview;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;

/**
 * Shows the progress of a training, and writes a contact sheet of its first images to the run
 * folder.
 */
final class ContactSheetObserver implements TrainingObserver {
  private static final int PICTURES = 64;

  private final TrainingProgress progress;
  private final ProgressBar bar;
  private final RunFolder folder;

  ContactSheetObserver(TrainingProgress progress, ProgressBar bar, RunFolder folder) {
    this.progress = progress;
    this.bar = bar;
    this.folder = folder;
  }

  @Override
  public int previewSize() {
    return PICTURES;
  }

  @Override
  public void previewReady(AugmentedPreview preview) {
    bar.line("contact sheet: " + folder.writeContactSheet(ContactSheet.png(preview)));
  }

  @Override
  public void trainingBegins(EngineInfo preparation) {
    progress.trainingBegins(preparation);
  }

  @Override
  public void batchEnded(int epoch, int batch, int batches) {
    progress.batchEnded(epoch, batch, batches);
  }

  @Override
  public void epochEnded(EpochResult result) {
    progress.epochEnded(result);
  }
}
