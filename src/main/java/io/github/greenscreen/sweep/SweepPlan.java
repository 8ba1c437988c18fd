package io.github.greenscreen.sweep;

import io.github.greenscreen.search.Method;
import io.github.greenscreen.space.SearchSpace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a new sweep shall do.
 *
 * @param space where the configurations come from; {@code seed}, {@code epochs} and {@code dataset}
 *     are among its parameters
 * @param method how they are chosen
 * @param runs how many, at least 1
 * @param seed seed of the choice; that of each training is a parameter of the space
 * @param data folder of the data set, empty for the cache or an embedded data set
 * @param limit use only so many images
 * @param settings options that all runs share, to be recorded for {@link Sweep#resume}
 */
public record SweepPlan(
    SearchSpace space,
    Method method,
    int runs,
    long seed,
    String data,
    OptionalInt limit,
    Map<String, String> settings) {
  public SweepPlan {
    Objects.requireNonNull(space);
    Objects.requireNonNull(method);
    Objects.requireNonNull(data);
    Objects.requireNonNull(limit);
    if (runs < 1) {
      throw new IllegalArgumentException("a sweep of " + runs + " runs; expected at least 1");
    }
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Plan a sweep that records no settings. */
  public SweepPlan(
      SearchSpace space, Method method, int runs, long seed, String data, OptionalInt limit) {
    this(space, method, runs, seed, data, limit, Map.of());
  }
}
