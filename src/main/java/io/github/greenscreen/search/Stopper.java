package io.github.greenscreen.search;

import java.util.Optional;

/**
 * Decides after each epoch of a run whether it is worth the next one. A pure function of the study
 * and the curve of the run: the same history gives the same answer on every machine.
 * Implementations are immutable.
 */
public interface Stopper {

  /**
   * Return why {@code running} should end now, or empty to let it go on.
   *
   * @param study what is known of all runs; the first objective says which metric counts and which
   *     way it is better; failed trials are left out, and so is an older state of {@code running}
   * @param running the run whose epoch has just ended, with its curve up to that epoch
   * @return a sentence without an end, for instance {@code asha: val_accuracy 0.01 …}
   */
  Optional<String> reason(StudySnapshot study, Trial running);

  /** Return how it is set, for a table: {@code rungs 3, 9, 27; eta 3}. */
  String settings();
}
