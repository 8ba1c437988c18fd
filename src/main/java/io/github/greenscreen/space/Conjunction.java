package io.github.greenscreen.space;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A conjunction of conditions: a parameter applies if it holds, or a combination is forbidden. A
 * parameter that does not apply meets no condition.
 *
 * @param clauses conditions that must all hold; at least one, on different parameters
 */
public record Conjunction(List<Condition> clauses) {
  public Conjunction {
    clauses = List.copyOf(clauses);
    long names = clauses.stream().map(Condition::parameter).distinct().count();
    if (clauses.isEmpty() || names < clauses.size()) {
      throw new IllegalArgumentException(
          "a rule needs clauses on different parameters: " + clauses);
    }
  }

  /** Return the rule in words, such as {@code precision float64 and batch_size at least 64}. */
  @Override
  public String toString() {
    return clauses.stream().map(Condition::toString).collect(Collectors.joining(" and "));
  }
}
