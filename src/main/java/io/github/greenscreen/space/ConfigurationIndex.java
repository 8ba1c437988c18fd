package io.github.greenscreen.space;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maps the allowed configurations of a finite space to consecutive numbers; the last parameter
 * changes fastest. The number of configurations after a choice depends only on the remaining
 * parameters and the rules that may still hold, and is computed once for each such pair, so no
 * enumeration is necessary. Thread-safe.
 */
final class ConfigurationIndex {
  private record Place(int parameter, BitSet state) {}

  private final ConditionEvaluator rules;
  private final List<Parameter> order;
  private final Map<Place, BigInteger> counts = new HashMap<>();

  ConfigurationIndex(ConditionEvaluator rules) {
    this.rules = rules;
    this.order = rules.order();
  }

  BigInteger size() {
    return count(0, rules.start());
  }

  /** Return the values of configuration {@code index}, below {@link #size}, by name. */
  Map<String, String> at(BigInteger index) {
    Map<String, String> chosen = new LinkedHashMap<>();
    BitSet state = rules.start();
    BigInteger rest = index;
    for (int i = 0; i < order.size(); i++) {
      if (!rules.counts(i, state)) {
        state = rules.after(i, state, null);
        continue;
      }
      List<String> values = order.get(i).values();
      int digit = 0;
      if (rules.concerns(i)) {
        BigInteger below = following(i, state, values.get(digit));
        while (rest.compareTo(below) >= 0) {
          rest = rest.subtract(below);
          digit++;
          below = following(i, state, values.get(digit));
        }
      } else {
        BigInteger[] division = rest.divideAndRemainder(count(i + 1, state));
        digit = division[0].intValueExact();
        rest = division[1];
      }
      chosen.put(order.get(i).name(), values.get(digit));
      state = rules.after(i, state, values.get(digit));
    }
    return chosen;
  }

  /** Return the number of {@code configuration}, or empty if it is outside the space. */
  Optional<BigInteger> indexOf(Configuration configuration) {
    BigInteger index = BigInteger.ZERO;
    BitSet state = rules.start();
    for (int i = 0; i < order.size() && state != null; i++) {
      if (!rules.counts(i, state)) {
        state = rules.after(i, state, null);
        continue;
      }
      List<String> values = order.get(i).values();
      int digit = configuration.find(order.get(i).name()).map(values::indexOf).orElse(-1);
      if (digit < 0) {
        return Optional.empty();
      }
      index = index.add(before(i, state, values, digit));
      state = rules.after(i, state, values.get(digit));
    }
    return state == null ? Optional.empty() : Optional.of(index);
  }

  /** Count the configurations in which the value of parameter {@code i} precedes {@code digit}. */
  private BigInteger before(int i, BitSet state, List<String> values, int digit) {
    if (!rules.concerns(i)) {
      return count(i + 1, state).multiply(BigInteger.valueOf(digit));
    }
    BigInteger sum = BigInteger.ZERO;
    for (String value : values.subList(0, digit)) {
      sum = sum.add(following(i, state, value));
    }
    return sum;
  }

  private BigInteger following(int i, BitSet state, String value) {
    BitSet next = rules.after(i, state, value);
    return next == null ? BigInteger.ZERO : count(i + 1, next);
  }

  private synchronized BigInteger count(int i, BitSet state) {
    if (i == order.size()) {
      return BigInteger.ONE;
    }
    Place place = new Place(i, state);
    BigInteger known = counts.get(place);
    if (known == null) {
      known = counted(i, state);
      counts.put(place, known);
    }
    return known;
  }

  private BigInteger counted(int i, BitSet state) {
    if (!rules.counts(i, state)) {
      return following(i, state, null);
    }
    List<String> values = order.get(i).values();
    if (!rules.concerns(i)) {
      return count(i + 1, state).multiply(BigInteger.valueOf(values.size()));
    }
    BigInteger sum = BigInteger.ZERO;
    for (String value : values) {
      sum = sum.add(following(i, state, value));
    }
    return sum;
  }
}
