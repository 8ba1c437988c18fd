package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunState;
import io.github.greenscreen.run.RunStatus;
import io.github.greenscreen.sweep.SweepOutcome.FailedRun;
import java.util.List;

/**
 * How a run of a sweep ended.
 *
 * @param name of its folder
 * @param state its last state
 * @param why the reason of the state
 * @param isReadable whether the run folder can still be read
 */
record Ending(String name, RunState state, String why, boolean isReadable) {

  Ending(String name, RunStatus status) {
    this(name, status.state(), status.why(), true);
  }

  static Ending unreadable(String name, String why) {
    return new Ending(name, RunState.FAILED, why, false);
  }

  boolean isInterrupted() {
    return state == RunState.INTERRUPTED;
  }

  /** Add the run to the list it belongs to; an interrupted run is neither. */
  void file(List<String> completed, List<FailedRun> failed) {
    if (state == RunState.COMPLETED || state == RunState.STOPPED) {
      completed.add(name);
    } else if (!isInterrupted()) {
      failed.add(new FailedRun(name, why));
    }
  }
}
