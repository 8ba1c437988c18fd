package io.github.greenscreen.search.stopper;

import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import java.util.Optional;

/**
 * An early stopper: decides after each epoch whether a run continues. It is a pure function of the
 * study and the curve of the run: the same history gives the same decision on every machine.
 * Implementations are immutable.
 */
public interface Stopper {

  /**
   * Return why {@code running} should end now, or empty to let it continue.
   *
   * @param study the state of all runs; the first objective selects the metric and its direction;
   *     failed trials are ignored, and so is an older state of {@code running}
   * @param running the run whose epoch has just ended, with its curve up to that epoch
   * @return a sentence without a full stop, for instance {@code asha: val_accuracy 0.01 …}
   */
  Optional<String> reason(StudySnapshot study, Trial running);

  /** Return the first epoch, from 1, after which it can end a run. */
  default int firstEpoch() {
    return 1;
  }

  /** Return the settings for a table: {@code rungs 3, 9, 27; eta 3}. */
  String settings();
}
