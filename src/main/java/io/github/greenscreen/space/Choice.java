package io.github.greenscreen.space;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * A parameter that takes one of several values.
 *
 * @param name the name, not blank
 * @param values the values in the order of the file, at least one, all different
 */
public record Choice(String name, List<String> values) implements Parameter {
  public Choice {
    Objects.requireNonNull(name);
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("parameter " + name + " has no values");
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw new IllegalArgumentException("parameter " + name + " names a value twice: " + values);
    }
  }
}
