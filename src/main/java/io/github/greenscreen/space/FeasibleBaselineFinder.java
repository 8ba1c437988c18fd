package io.github.greenscreen.space;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the allowed configuration nearest to the baseline. It tries baseline values first, then the
 * others, and changes later parameters before earlier ones. From a range without a list of values
 * it tries a fixed number of quantiles. Not thread-safe.
 */
final class FeasibleBaselineFinder {
  /** Number of values tried from a range without a list. */
  private static final int TRIED = 64;

  private record Place(int parameter, BitSet state) {}

  private final ConditionEvaluator rules;
  private final Set<Place> deadEnds = new HashSet<>();
  private final Map<String, String> chosen = new HashMap<>();

  FeasibleBaselineFinder(ConditionEvaluator rules) {
    this.rules = rules;
  }

  /** Return its values by name, or empty if every combination tried is forbidden. */
  Optional<Map<String, String>> find() {
    return from(0, rules.start()) ? Optional.of(chosen) : Optional.empty();
  }

  /** Choose values from parameter {@code i} on; dead ends are remembered and not tried again. */
  private boolean from(int i, BitSet state) {
    if (i == rules.order().size()) {
      return true;
    }
    Place place = new Place(i, state);
    boolean found = !deadEnds.contains(place) && tryAll(i, state);
    if (!found) {
      deadEnds.add(place);
    }
    return found;
  }

  private boolean tryAll(int i, BitSet state) {
    Parameter parameter = rules.order().get(i);
    if (!rules.counts(i, state)) {
      BitSet next = rules.after(i, state, null);
      return next != null && from(i + 1, next);
    }
    for (String value : candidates(parameter, rules.concerns(i))) {
      BitSet next = rules.after(i, state, value);
      if (next != null && from(i + 1, next)) {
        chosen.put(parameter.name(), value);
        return true;
      }
    }
    return false;
  }

  private static Iterable<String> candidates(Parameter parameter, boolean concerned) {
    if (!concerned) {
      return List.of(parameter.baseline());
    }
    Set<String> result = new LinkedHashSet<>(List.of(parameter.baseline()));
    if (parameter.isFinite()) {
      result.addAll(parameter.values());
    } else {
      for (int i = 0; i < TRIED; i++) {
        result.add(parameter.at((i + 0.5) / TRIED));
      }
    }
    return result;
  }
}
