package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.process.Crash;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.sweep.attempt.SweepOutcome.EndedRun;
import java.util.Optional;

/**
 * The outcome of a run of a sweep.
 *
 * @param name name of its folder
 * @param state its last state
 * @param reason the reason of the state
 * @param isReadable whether the run folder can still be read
 * @param isRetryable whether another attempt may succeed
 * @param crash the crash of native code that ended its last process; empty if there was none
 */
public record RunOutcome(
    String name,
    RunState state,
    String reason,
    boolean isReadable,
    boolean isRetryable,
    Optional<Crash> crash) {

  public RunOutcome(String name, RunStatus status) {
    this(name, status.state(), status.reason(), true, false, Optional.empty());
  }

  /**
   * An unreadable run has failed, unless a full disk prevents reading it: then it is interrupted.
   */
  static RunOutcome unreadable(String name, String reason) {
    RunState state = DiskFullDetector.isOne(reason) ? RunState.INTERRUPTED : RunState.FAILED;
    return new RunOutcome(name, state, reason, false, false, Optional.empty());
  }

  /** Return a copy that another attempt may improve, if it failed and {@code may}. */
  RunOutcome withRetryable(boolean may) {
    return new RunOutcome(name, state, reason, isReadable, may && isFailed() && isReadable, crash);
  }

  /** Return a copy with the crash {@code cause}, if it failed; otherwise the same. */
  RunOutcome crashed(Optional<Crash> cause) {
    return isFailed() && isReadable
        ? new RunOutcome(name, state, reason, isReadable, isRetryable, cause)
        : this;
  }

  public boolean isInterrupted() {
    return state == RunState.INTERRUPTED;
  }

  public boolean isCompleted() {
    return state == RunState.COMPLETED;
  }

  public boolean isStopped() {
    return state == RunState.STOPPED;
  }

  /** Tell whether the run has failed; an interrupted one can still complete. */
  public boolean isFailed() {
    return !isCompleted() && !isStopped() && !isInterrupted();
  }

  /** Tell whether a full disk ended it, which would end every further run as well. */
  public boolean isDiskFault() {
    return isInterrupted() && DiskFullDetector.isOne(reason);
  }

  public EndedRun told() {
    return new EndedRun(name, reason);
  }
}
