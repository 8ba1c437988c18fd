package io.github.greenscreen.sweep;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a sweep ended, runs of an earlier part that was resumed included.
 *
 * @param asked runs that were asked for
 * @param planned runs that there are or will be; fewer than asked where the space has no more
 * @param completed names of the runs that trained to their end
 * @param stopped runs that were ended early because going on made no sense, such as one whose
 *     training diverged; no failures
 * @param failed the runs that did not do what they should
 * @param interrupted whether the sweep was told to stop before its plan was done
 * @param early why the sweep ended in order before its plan was done; empty where it did not
 * @param fault what kept the sweep from going on, such as a full disk; empty where nothing did
 * @param crashes the runs after whose equal crashes no further run was started; empty where they
 *     were too few
 * @param reached which run reached the target that the sweep had; empty where none did
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
    List<EndedRun> crashes,
    Optional<String> reached) {
  public SweepOutcome {
    completed = List.copyOf(completed);
    stopped = List.copyOf(stopped);
    failed = List.copyOf(failed);
    crashes = List.copyOf(crashes);
    Objects.requireNonNull(early);
    Objects.requireNonNull(fault);
    Objects.requireNonNull(reached);
  }

  /** Tell whether the search space had fewer untried configurations than were asked for. */
  public boolean exhausted() {
    return planned < asked;
  }

  /**
   * A run that did not train to its end.
   *
   * @param name of its folder
   * @param why in words
   */
  public record EndedRun(String name, String why) {}
}
