package io.github.greenscreen.run.model;

import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The report of another program on a trial, as JSON: {@code {"trial": 3, "metrics":
 * {"val_accuracy": 0.91}}}.
 *
 * @param trial number of a trial that was given out; empty to find it by its configuration
 * @param configuration the configuration that was tried, spelled as by {@link
 *     io.github.greenscreen.space.JsonSpelling}; may be empty if there is a number
 * @param state how the trial ended, {@code completed} by default
 * @param metrics the measured values
 * @param unknown names of metrics whose value is null or not a number
 */
public record TrialReport(
    OptionalInt trial,
    Optional<Configuration> configuration,
    Trial.State state,
    Map<String, Double> metrics,
    Set<String> unknown) {
  public TrialReport {
    Objects.requireNonNull(trial);
    Objects.requireNonNull(configuration);
    Objects.requireNonNull(state);
    metrics = Map.copyOf(metrics);
    unknown = Set.copyOf(unknown);
  }

  /** Return the state spelled {@code text} if there is one. */
  public static Optional<Trial.State> state(String text) {
    return Arrays.stream(Trial.State.values())
        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  /** Return the spellings of all states. */
  public static String states() {
    return String.join(
        ", ",
        Arrays.stream(Trial.State.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList());
  }
}
