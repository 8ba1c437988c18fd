package io.github.greenscreen.sweep;

import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.stream.LongStream;

/** Assigns a seed to each repeat of a configuration. */
final class RepeatSeeds {
  private static final String SEED = "seed";

  private RepeatSeeds() {}

  /** Return {@code configuration} with its seed and the {@code repeats} − 1 following seeds. */
  static List<Configuration> of(Configuration configuration, int repeats) {
    long seed = Long.parseLong(configuration.get(SEED));
    return LongStream.range(0, repeats)
        .mapToObj(i -> configuration.with(SEED, Long.toString(seed + i)))
        .toList();
  }
}
