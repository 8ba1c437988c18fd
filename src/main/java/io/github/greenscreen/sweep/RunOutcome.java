package io.github.greenscreen.sweep;

import io.github.greenscreen.process.Crash;
import io.github.greenscreen.run.RunState;
import io.github.greenscreen.run.RunStatus;
import io.github.greenscreen.sweep.SweepOutcome.EndedRun;
import java.util.Optional;

/**
 * How a run of a sweep ended.
 *
 * @param name of its folder
 * @param state its last state
 * @param why the reason of the state
 * @param isReadable whether the run folder can still be read
 * @param mayPass whether another attempt may end better
 * @param crash how native code ended its last process; empty where it did not
 */
record RunOutcome(
    String name,
    RunState state,
    String why,
    boolean isReadable,
    boolean mayPass,
    Optional<Crash> crash) {

  RunOutcome(String name, RunStatus status) {
    this(name, status.state(), status.why(), true, false, Optional.empty());
  }

  /** A run that nobody can read failed; one that a full disk keeps from being read may go on. */
  static RunOutcome unreadable(String name, String why) {
    RunState state = DiskFullDetector.isOne(why) ? RunState.INTERRUPTED : RunState.FAILED;
    return new RunOutcome(name, state, why, false, false, Optional.empty());
  }

  /** Return a copy of which another attempt may end better, where it failed and {@code may}. */
  RunOutcome passing(boolean may) {
    return new RunOutcome(name, state, why, isReadable, may && isFailed() && isReadable, crash);
  }

  /** Return a copy that failed because of {@code cause}; the same where it did not fail. */
  RunOutcome crashed(Optional<Crash> cause) {
    return isFailed() && isReadable
        ? new RunOutcome(name, state, why, isReadable, mayPass, cause)
        : this;
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

  /** Tell whether every further run would end in the same way. */
  boolean isDiskFault() {
    return isInterrupted() && DiskFullDetector.isOne(why);
  }

  EndedRun told() {
    return new EndedRun(name, why);
  }
}
