package io.github.greenscreen.space;

import java.util.List;

/** Thrown if conditions of parameters form a cycle. */
public final class CyclicConditionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String first;

  /** Create it with the parameters of the cycle, at least one. */
  CyclicConditionException(List<String> parameters) {
    super("the conditions of %s form a cycle".formatted(String.join(", ", parameters)));
    this.first = parameters.get(0);
  }

  /** Return the name of the first parameter, which has a condition. */
  public String first() {
    return first;
  }
}
