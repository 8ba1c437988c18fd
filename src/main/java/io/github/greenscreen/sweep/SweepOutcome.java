package io.github.greenscreen.sweep;

import java.util.List;

/**
 * How a sweep ended, runs of an earlier part that was resumed included.
 *
 * @param asked configurations that were asked for
 * @param planned configurations that the plan holds; fewer than asked where the space has no more
 * @param completed names of the runs that ended as they should, those a stopper ended among them
 * @param failed the runs that did not
 * @param interrupted whether the sweep was told to stop before its plan was done
 */
public record SweepOutcome(
    int asked, int planned, List<String> completed, List<FailedRun> failed, boolean interrupted) {
  public SweepOutcome {
    completed = List.copyOf(completed);
    failed = List.copyOf(failed);
  }

  /** Tell whether the search space had fewer untried configurations than were asked for. */
  public boolean exhausted() {
    return planned < asked;
  }

  /**
   * A run that failed.
   *
   * @param name of its folder
   * @param why in words
   */
  public record FailedRun(String name, String why) {}
}
