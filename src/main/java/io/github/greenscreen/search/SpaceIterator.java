package io.github.greenscreen.search;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Iterates over a search space in a given order, skipping taken configurations. Not thread-safe.
 */
public final class SpaceIterator {
  private final SearchSpace space;
  private final UnaryOperator<BigInteger> order;
  private final Set<BigInteger> taken = new HashSet<>();

  /** Iterate over {@code space}; {@code order} maps a position to a configuration index. */
  public SpaceIterator(SearchSpace space, UnaryOperator<BigInteger> order) {
    this.space = space;
    this.order = order;
  }

  /** Skip {@code configurations}; those outside the space are ignored. */
  public SpaceIterator skip(Collection<Configuration> configurations) {
    configurations.forEach(configuration -> space.indexOf(configuration).ifPresent(taken::add));
    return this;
  }

  /** Return the first {@code count} configurations, fewer if the space is exhausted. */
  public List<Configuration> first(int count) {
    List<Configuration> result = new ArrayList<>();
    BigInteger size = space.size();
    for (BigInteger place = BigInteger.ZERO;
        result.size() < count && place.compareTo(size) < 0;
        place = place.add(BigInteger.ONE)) {
      BigInteger index = order.apply(place);
      if (!taken.contains(index)) {
        result.add(space.at(index));
      }
    }
    return result;
  }
}
