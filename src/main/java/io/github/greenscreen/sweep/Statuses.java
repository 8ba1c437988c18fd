package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunState;
import io.github.greenscreen.run.RunStatus;
import java.time.Instant;
import java.util.Optional;

/** Changed copies of what a run says of itself. */
final class Statuses {
  private Statuses() {}

  /** Return {@code status} after so many attempts. */
  static RunStatus afterAttempts(RunStatus status, int attempts) {
    return copy(status, status.ended(), attempts);
  }

  /** Return {@code status} of a run that ended at {@code moment} in {@code state}. */
  static RunStatus ended(RunStatus status, RunState state, String why, Instant moment) {
    return copy(status.with(state, why), Optional.of(moment), status.attempts());
  }

  private static RunStatus copy(RunStatus status, Optional<Instant> ended, int attempts) {
    return new RunStatus(
        status.state(),
        status.why(),
        status.purpose(),
        status.started(),
        ended,
        status.data(),
        status.limit(),
        attempts,
        status.facts(),
        status.seconds(),
        status.effective());
  }
}
