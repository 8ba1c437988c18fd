package io.github.greenscreen.sweep.attempt;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The outcome of a sweep, including runs before a resume.
 *
 * @param asked number of runs requested
 * @param planned number of runs that exist or will exist; fewer than requested if the space is
 *     exhausted
 * @param completed names of the completed runs
 * @param stopped runs that were ended early because continuing made no sense, for instance after
 *     divergence; they are not failures
 * @param failed the failed runs
 * @param interrupted whether the sweep was stopped on request before it was complete
 * @param early why the sweep ended regularly before it was complete; empty if it did not
 * @param fault fault that ended the sweep, such as a full disk; empty if there was none
 * @param repeated the equal failures that ended the sweep; empty if there were too few
 * @param reached which run reached the target of the sweep; empty if none did
 */
public record SweepOutcome(
    int asked,
    int planned,
    List<String> completed,
    List<EndedRun> stopped,
    List<EndedRun> failed,
    boolean interrupted,
    Optional<String> early,
    Optional<String> fault,
    Optional<RepeatedFailure> repeated,
    Optional<String> reached) {
  public SweepOutcome {
    completed = List.copyOf(completed);
    stopped = List.copyOf(stopped);
    failed = List.copyOf(failed);
    Objects.requireNonNull(early);
    Objects.requireNonNull(fault);
    Objects.requireNonNull(repeated);
    Objects.requireNonNull(reached);
  }

  /** Tell whether any run has trained, to its end or until it was stopped. */
  public boolean hasTrained() {
    return !completed.isEmpty() || !stopped.isEmpty();
  }

  /** Tell whether the search space had fewer untried configurations than requested. */
  public boolean exhausted() {
    return planned < asked;
  }

  /**
   * A run that did not complete.
   *
   * @param name name of its folder
   * @param reason the reason
   */
  public record EndedRun(String name, String reason) {}

  /**
   * Consecutive failures with the same cause, which point to the machine.
   *
   * @param runs the failed runs, at least one
   * @param isCrash whether native code crashed; otherwise the runs failed before their first epoch
   */
  public record RepeatedFailure(List<EndedRun> runs, boolean isCrash) {
    public RepeatedFailure {
      runs = List.copyOf(runs);
    }
  }
}
