package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunState;
import io.github.greenscreen.run.RunStatus;
import io.github.greenscreen.sweep.SweepOutcome.EndedRun;

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

  boolean isCompleted() {
    return state == RunState.COMPLETED;
  }

  boolean isStopped() {
    return state == RunState.STOPPED;
  }

  /** Tell whether the run did not do what it should: an interrupted one may do it yet. */
  boolean isFailed() {
    return !isCompleted() && !isStopped() && !isInterrupted();
  }

  EndedRun told() {
    return new EndedRun(name, why);
  }
}
