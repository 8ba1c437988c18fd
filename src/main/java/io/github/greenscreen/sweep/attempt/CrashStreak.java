package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.process.Crash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Counts consecutive crashes of the same kind. Enough of them mean that the machine, not the
 * configurations, is at fault. Confined to one thread.
 */
public final class CrashStreak {
  private final OptionalInt most;
  private final List<RunOutcome> runs = new ArrayList<>();

  /** Allow fewer than {@code most} such runs; any number if empty. */
  public CrashStreak(OptionalInt most) {
    this.most = most;
  }

  /** Count a run; any end other than the same crash resets the count. */
  public void add(RunOutcome ending) {
    if (isComplete()) {
      // Runs that were already in progress may end in any way.
      addLike(ending);
      return;
    }
    if (!isLike(ending)) {
      runs.clear();
    }
    if (ending.crash().isPresent()) {
      runs.add(ending);
    }
  }

  private void addLike(RunOutcome ending) {
    if (isLike(ending)) {
      runs.add(ending);
    }
  }

  private boolean isLike(RunOutcome ending) {
    Optional<Crash> crash = ending.crash();
    return crash.isPresent()
        && runs.stream().allMatch(run -> run.crash().orElseThrow().isLike(crash.get()));
  }

  /** Tell whether the streak is so long that no further run may start. */
  public boolean isComplete() {
    return most.isPresent() && runs.size() >= most.getAsInt();
  }

  /** Return the crashed runs in the order in which they ended. */
  public List<RunOutcome> runs() {
    return List.copyOf(runs);
  }
}
