package io.github.greenscreen.analysis.recommendation;

import io.github.greenscreen.analysis.regression.Factor;
import io.github.greenscreen.space.Configuration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares configurations apart from what a final run may change: their epochs and seed, and
 * whether it trains on training and validation images together.
 */
final class SameConfiguration {
  static final String EPOCHS = "epochs";

  private static final String PARTITIONING = "partitioning";
  private static final String SEED = "seed";
  private static final Set<String> FREE = Set.of(EPOCHS, SEED);

  private SameConfiguration() {}

  /** Return whether {@code trained} has every value of {@code wanted}, whatever its spelling. */
  static boolean is(Configuration trained, Configuration wanted) {
    Map<String, String> found = key(trained);
    return key(wanted).entrySet().stream()
        .allMatch(
            value ->
                Factor.isSame(value.getValue(), found.getOrDefault(value.getKey(), Factor.UNSET)));
  }

  /** Return whether {@code configuration} trains on training and validation images together. */
  static boolean isJoined(Configuration configuration) {
    return configuration.find(PARTITIONING).filter(shares -> shares.contains("+")).isPresent();
  }

  /** Return the values of {@code configuration} that identify it. */
  static Map<String, String> key(Configuration configuration) {
    Map<String, String> key = new TreeMap<>(configuration.values());
    key.keySet().removeAll(FREE);
    key.computeIfPresent(PARTITIONING, (name, shares) -> shares.replace('+', '-'));
    return key;
  }

  /** Return the values of {@code configuration} that all its repeats share. */
  static Map<String, String> keyWithEpochs(Configuration configuration) {
    Map<String, String> key = new TreeMap<>(configuration.values());
    key.remove(SEED);
    return key;
  }
}
