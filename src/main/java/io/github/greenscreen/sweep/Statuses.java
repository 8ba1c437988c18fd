package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunState;
import io.github.greenscreen.run.RunStatus;
import java.time.Instant;
import java.util.Optional;

/** Changed copies of what a run says of itself. */
final class Statuses {
  private Statuses() {}

  /** Return {@code waiting} of a run that has been begun as {@code earlier} says. */
  static RunStatus again(RunStatus waiting, RunStatus earlier) {
    return new RunStatus(
        waiting.state(),
        waiting.why(),
        waiting.purpose(),
        earlier.started(),
        Optional.empty(),
        waiting.data(),
        waiting.limit(),
        earlier.attempts(),
        waiting.facts(),
        waiting.seconds(),
        waiting.effective());
  }

  /** Return {@code status} of a run that ended at {@code moment} in {@code state}. */
  static RunStatus ended(RunStatus status, RunState state, String why, Instant moment) {
    return new RunStatus(
        state,
        why,
        status.purpose(),
        status.started(),
        Optional.of(moment),
        status.data(),
        status.limit(),
        status.attempts(),
        status.facts(),
        status.seconds(),
        status.effective());
  }
}
