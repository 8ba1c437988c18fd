package io.github.greenscreen.space;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Assigns values to parameters in the order of their conditions, skipping those that do not apply.
 */
record ConfigurationBuilder(ConditionEvaluator rules) {

  /**
   * Return the values by name; empty if {@code valueOf} has none for a parameter that applies, or
   * if the combination is forbidden.
   */
  Optional<Map<String, String>> choose(Function<Parameter, Optional<String>> valueOf) {
    Map<String, String> chosen = new HashMap<>();
    BitSet state = rules.start();
    for (int i = 0; i < rules.order().size(); i++) {
      Parameter parameter = rules.order().get(i);
      String value = null;
      if (rules.counts(i, state)) {
        value = valueOf.apply(parameter).orElse(null);
        if (value == null) {
          return Optional.empty();
        }
        chosen.put(parameter.name(), value);
      }
      state = rules.after(i, state, value);
      if (state == null) {
        return Optional.empty();
      }
    }
    return Optional.of(chosen);
  }
}
