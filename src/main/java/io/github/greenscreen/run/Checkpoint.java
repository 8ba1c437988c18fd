package io.github.greenscreen.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What a checkpoint says beside the state of the engine: enough for another process to go on with
 * the run as if nothing had happened.
 *
 * @param epochs epochs done, at least 1; the next one to train has this number
 * @param asked what was trained, by name: every parameter, the seed, the pictures; a run that asks
 *     for something else must not go on from here
 * @param seconds wall time by phase so far
 * @param spent what the meter saw so far, as the room that adds it up spells it
 * @param powerSamples how many samples of {@code power.csv} are in {@code spent}
 * @param untilMillis the moment until which {@code spent} counts, in milliseconds since 1970, where
 *     the samples after it belong to the same attempt
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
   * Return a copy after which {@code newSamples} samples are in {@code newSpent}, and after which
   * the next attempt begins.
   */
  public Checkpoint settled(
      Map<String, Double> newSeconds, Map<String, String> newSpent, int newSamples) {
    return new Checkpoint(
        epochs, asked, newSeconds, newSpent, newSamples, OptionalLong.empty(), logs);
  }
}
