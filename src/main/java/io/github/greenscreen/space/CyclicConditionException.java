package io.github.greenscreen.space;

import java.util.List;

/** Conditions of parameters depend on each other in a cycle. */
public final class CyclicConditionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String first;

  /** Name the parameters on the way that leads round, at least one. */
  CyclicConditionException(List<String> parameters) {
    super("the conditions of %s form a cycle".formatted(String.join(", ", parameters)));
    this.first = parameters.get(0);
  }

  /** Return the name of the first of the parameters; it has a condition. */
  public String first() {
    return first;
  }
}
