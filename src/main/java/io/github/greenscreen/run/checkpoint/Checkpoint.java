package io.github.greenscreen.run.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The part of a checkpoint that this program keeps besides the state of the engine. Together they
 * let another process resume the run exactly.
 *
 * @param epochs completed epochs, at least 1; the next epoch to train has this number
 * @param asked the inputs of the training by name: every parameter, the seed, the images; a run
 *     with other inputs must not resume from here
 * @param seconds wall time by phase so far
 * @param spent readings of the meter so far, spelled by the package that sums them
 * @param powerSamples number of samples of {@code power.csv} that are included in {@code spent}
 * @param untilMillis time up to which {@code spent} counts, in milliseconds since 1970, if later
 *     samples belong to the same attempt
 * @param logs the lines of {@code logs.csv}, the header first, without line feeds
 */
public record Checkpoint(
    int epochs,
    Map<String, String> asked,
    Map<String, Double> seconds,
    Map<String, String> spent,
    int powerSamples,
    OptionalLong untilMillis,
    List<String> logs) {
  public Checkpoint {
    asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    spent = Collections.unmodifiableMap(new LinkedHashMap<>(spent));
    Objects.requireNonNull(untilMillis);
    logs = List.copyOf(logs);
  }

  /**
   * Return a copy that includes {@code newSamples} samples in {@code newSpent} and ends the
   * attempt.
   */
  public Checkpoint settled(
      Map<String, Double> newSeconds, Map<String, String> newSpent, int newSamples) {
    return new Checkpoint(
        epochs, asked, newSeconds, newSpent, newSamples, OptionalLong.empty(), logs);
  }
}
