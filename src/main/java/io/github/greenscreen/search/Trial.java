package io.github.greenscreen.search;

import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A run as samplers and stoppers see it.
 *
 * @param number its number in the sweep, from 1
 * @param configuration its configuration, which may lie outside the search space
 * @param state its state
 * @param metrics metrics of the whole run so far, by name; those that were not measured are missing
 * @param curve the metrics after each epoch so far, in order
 */
public record Trial(
    int number,
    Configuration configuration,
    State state,
    Map<String, Double> metrics,
    List<Map<String, Double>> curve) {
  /** The state of a trial. */
  public enum State {
    /** Suggested, waiting or running. */
    PENDING,
    /** Trained to the end. */
    COMPLETED,
    /** Ended early by a stopper, a limit or divergence. */
    STOPPED,
    /** Ended by a fault; its metrics say nothing about its configuration. */
    FAILED,
    /**
     * Trained for a few seconds to measure power and memory; the configuration may still be tried.
     */
    PROFILED
  }

  public Trial {
    Objects.requireNonNull(configuration);
    Objects.requireNonNull(state);
    metrics = Map.copyOf(metrics);
    curve = curve.stream().map(Map::copyOf).toList();
  }

  /** Return a pending trial without metrics. */
  public static Trial pending(int number, Configuration configuration) {
    return new Trial(number, configuration, State.PENDING, Map.of(), List.of());
  }

  /** Return a copy in {@code other} state. */
  public Trial as(State other) {
    return new Trial(number, configuration, other, metrics, curve);
  }

  /** Return {@code metric} of the whole run so far, or empty if it is unknown or not a number. */
  public OptionalDouble metric(String metric) {
    Double value = metrics.get(metric);
    return value == null || !Double.isFinite(value)
        ? OptionalDouble.empty()
        : OptionalDouble.of(value);
  }
}
