package io.github.greenscreen.chart.model;

import io.github.greenscreen.run.model.RunState;
import java.time.Instant;
import java.util.Objects;

/**
 * The time interval in which a run was active.
 *
 * @param run name of the run
 * @param lane row of the timeline, from 0
 * @param from start of the interval
 * @param to end of the interval, not before its start
 * @param state final or current state of the run
 */
public record RunInterval(String run, int lane, Instant from, Instant to, RunState state) {
  public RunInterval {
    Objects.requireNonNull(run);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(state);
  }
}
