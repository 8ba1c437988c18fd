package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.sweep.attempt.SweepOutcome.RepeatedFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Counts consecutive failures with the same {@link FailureCause}. Enough of them mean that the
 * machine, not the configurations, is at fault. Confined to one thread.
 */
public final class FailureStreak {
  private final OptionalInt most;
  private final List<RunOutcome> runs = new ArrayList<>();

  /** Allow fewer than {@code most} such runs; any number if empty. */
  public FailureStreak(OptionalInt most) {
    this.most = most;
  }

  /** Count a run; any end other than a failure with the same cause resets the count. */
  public void add(RunOutcome ending) {
    if (isComplete()) {
      // Runs that were already in progress may end in any way.
      addLike(ending);
      return;
    }
    if (!isLike(ending)) {
      runs.clear();
    }
    if (ending.cause().isPresent()) {
      runs.add(ending);
    }
  }

  private void addLike(RunOutcome ending) {
    if (isLike(ending)) {
      runs.add(ending);
    }
  }

  private boolean isLike(RunOutcome ending) {
    return ending.cause().isPresent()
        && runs.stream().allMatch(run -> run.cause().equals(ending.cause()));
  }

  /** Tell whether the streak is so long that no further run may start. */
  public boolean isComplete() {
    return most.isPresent() && runs.size() >= most.getAsInt();
  }

  /** Return the failed runs in the order in which they ended. */
  public List<RunOutcome> runs() {
    return List.copyOf(runs);
  }

  /** Tell whether the streak consists of all {@code ended} runs, at least two, of a sweep. */
  public boolean isWholeSweep(int ended) {
    return most.isPresent() && runs.size() > 1 && runs.size() == ended;
  }

  /** Describe the streak, which must not be empty. */
  public RepeatedFailure describe() {
    return new RepeatedFailure(
        runs.stream().map(RunOutcome::told).toList(), runs.get(0).cause().orElseThrow().isCrash());
  }
}
