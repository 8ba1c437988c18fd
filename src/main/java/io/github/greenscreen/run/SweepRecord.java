package io.github.greenscreen.run;

import io.github.greenscreen.space.Configuration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a sweep was asked to do: the content of {@code sweep.yaml} beside the run folders.
 *
 * @param method how the configurations were chosen, as spelled in {@code config.yaml}
 * @param seed seed of that choice
 * @param asked how many configurations were asked for, at least 1
 * @param data folder of the data set, empty for the cache or an embedded data set
 * @param limit use only so many images
 * @param settings options that all runs share and a resumed sweep takes up again, by name, in the
 *     order of the file
 * @param configurations what is to be run, in this order; fewer than asked where the search space
 *     has no more
 */
public record SweepRecord(
    String method,
    long seed,
    int asked,
    String data,
    OptionalInt limit,
    Map<String, String> settings,
    List<Configuration> configurations) {
  public SweepRecord {
    Objects.requireNonNull(method);
    Objects.requireNonNull(data);
    Objects.requireNonNull(limit);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    configurations = List.copyOf(configurations);
  }

  /** Record a sweep that has no settings. */
  public SweepRecord(
      String method,
      long seed,
      int asked,
      String data,
      OptionalInt limit,
      List<Configuration> configurations) {
    this(method, seed, asked, data, limit, Map.of(), configurations);
  }

  /** Return the same sweep with {@code changed} settings besides and instead of its own. */
  public SweepRecord with(Map<String, String> changed) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putAll(changed);
    return new SweepRecord(method, seed, asked, data, limit, all, configurations);
  }
}
