package io.github.greenscreen.search;

import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One run as samplers and stoppers see it.
 *
 * @param number its place in the plan of the sweep, from 1
 * @param configuration what was tried; it may lie outside the search space
 * @param state how far it has come
 * @param metrics what is known of the whole run so far, by name; what could not be measured is left
 *     out
 * @param curve the metrics after each epoch so far, in order
 */
public record Trial(
    int number,
    Configuration configuration,
    State state,
    Map<String, Double> metrics,
    List<Map<String, Double>> curve) {
  /** How far a trial has come. */
  public enum State {
    /** Suggested, waiting or in progress. */
    PENDING,
    /** Trained to its end. */
    COMPLETED,
    /** Ended early by a stopper, a limit or because it diverged. */
    STOPPED,
    /** Ended by a fault; its metrics say nothing of its configuration. */
    FAILED,
    /** Trained for some seconds to show power and memory; it may still be tried. */
    PROFILED
  }

  public Trial {
    Objects.requireNonNull(configuration);
    Objects.requireNonNull(state);
    metrics = Map.copyOf(metrics);
    curve = curve.stream().map(Map::copyOf).toList();
  }

  /** Return a trial of which nothing is known yet. */
  public static Trial pending(int number, Configuration configuration) {
    return new Trial(number, configuration, State.PENDING, Map.of(), List.of());
  }

  /** Return a copy in {@code other} state. */
  public Trial as(State other) {
    return new Trial(number, configuration, other, metrics, curve);
  }

  /** Return {@code metric} of the whole run so far, empty where it is not known or no number. */
  public OptionalDouble metric(String metric) {
    Double value = metrics.get(metric);
    return value == null || !Double.isFinite(value)
        ? OptionalDouble.empty()
        : OptionalDouble.of(value);
  }
}
