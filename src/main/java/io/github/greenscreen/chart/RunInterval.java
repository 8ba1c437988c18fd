package io.github.greenscreen.chart;

import io.github.greenscreen.run.RunState;
import java.time.Instant;
import java.util.Objects;

/**
 * When a run was at work.
 *
 * @param run its name
 * @param lane row of the timeline, from 0
 * @param from when it began
 * @param to when it ended, not before it began
 * @param state how it ended, or that it has not
 */
public record RunInterval(String run, int lane, Instant from, Instant to, RunState state) {
  public RunInterval {
    Objects.requireNonNull(run);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(state);
  }
}
