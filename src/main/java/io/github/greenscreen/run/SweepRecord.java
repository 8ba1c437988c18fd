package io.github.greenscreen.run;

import io.github.greenscreen.space.Configuration;
import java.util.List;
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
 * @param configurations what is to be run, in this order; fewer than asked where the search space
 *     has no more
 */
public record SweepRecord(
    String method,
    long seed,
    int asked,
    String data,
    OptionalInt limit,
    List<Configuration> configurations) {
  public SweepRecord {
    Objects.requireNonNull(method);
    Objects.requireNonNull(data);
    Objects.requireNonNull(limit);
    configurations = List.copyOf(configurations);
  }
}
