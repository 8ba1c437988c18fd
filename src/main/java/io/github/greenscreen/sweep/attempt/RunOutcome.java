package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.process.Crash;
import io.github.greenscreen.run.RunFolder;
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
 * @param cause the cause of a failure that runs of other configurations may share; empty if there
 *     is none
 */
public record RunOutcome(
    String name,
    RunState state,
    String reason,
    boolean isReadable,
    boolean isRetryable,
    Optional<FailureCause> cause) {

  /** Create the outcome of a run whose {@code status} is final. */
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
    return new RunOutcome(name, state, reason, isReadable, may && isFailed() && isReadable, cause);
  }

  /** Return a copy whose cause is {@code crash}, if it failed; otherwise the same. */
  RunOutcome crashed(Optional<Crash> crash) {
    return isFailed() && isReadable ? with(crash.map(FailureCause::of)) : this;
  }

  /**
   * Return a copy whose cause is its reason, if it failed and nothing better is known; otherwise
   * the same. The run of {@code folder} must not have finished an epoch.
   */
  RunOutcome untrained(RunFolder folder) {
    return isFailed() && cause.isEmpty() ? with(FailureCause.of(folder, reason)) : this;
  }

  /** Return a copy whose failure other configurations do not share. */
  public RunOutcome withoutCause() {
    return with(Optional.empty());
  }

  private RunOutcome with(Optional<FailureCause> other) {
    return new RunOutcome(name, state, reason, isReadable, isRetryable, other);
  }

  /** Tell whether the run was interrupted; it can still complete. */
  public boolean isInterrupted() {
    return state == RunState.INTERRUPTED;
  }

  /** Tell whether the run was trained to its end. */
  public boolean isCompleted() {
    return state == RunState.COMPLETED;
  }

  /** Tell whether the run was stopped early, by an early stopper or a limit. */
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

  /** Return name and reason, as the outcome of the sweep lists them. */
  public EndedRun told() {
    return new EndedRun(name, reason);
  }
}
