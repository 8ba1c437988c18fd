package io.github.greenscreen.sweep.stopping;

import io.github.greenscreen.analysis.metrics.TrialFactory;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.search.Trial;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes each epoch of one run to the early stopper, and requests the end of the run through its
 * folder if the stopper says so. Epochs that existed at the beginning were judged earlier. Confined
 * to one thread.
 */
public final class RunEarlyStopping {
  private static final Logger LOG = LoggerFactory.getLogger(RunEarlyStopping.class);

  private final EarlyStopping judge;
  private final RunFolder folder;
  private final int number;
  private int judged;
  private boolean ended;

  /** Judge the run of {@code folder}, which has number {@code number}, by {@code judge}. */
  RunEarlyStopping(EarlyStopping judge, RunFolder folder, int number) {
    this.judge = judge;
    this.folder = folder;
    this.number = number;
    this.judged = epochs(folder);
  }

  /** Judge the new epochs of the run, which has completed {@code epochs} of {@code total}. */
  public void look(int epochs, int total) {
    if (!judge.exists() || ended || epochs <= judged) {
      return;
    }
    try {
      Trial running = TrialFactory.of(folder.read(), number);
      Optional<String> reason = judge.reason(running, judged);
      judged = running.curve().size();
      if (reason.isPresent() && judged < total) {
        ended = true;
        folder.requestStop(reason.get());
      }
    } catch (RunFolderException e) {
      // The folder is gone, or the disk is full: reading the run after its end reports the error.
      LOG.debug("early stopping could not evaluate run {}", folder.name(), e);
    }
  }

  private static int epochs(RunFolder folder) {
    try {
      return (int) folder.readEpochs().stream().filter(EpochRow::isTraining).count();
    } catch (RunFolderException e) {
      return 0;
    }
  }
}
