package io.github.greenscreen.space;

import java.util.List;
import java.util.Objects;

/**
 * A parameter that every configuration shares.
 *
 * @param name the name, not blank
 * @param value its only value
 */
public record Constant(String name, String value) implements Parameter {
  public Constant {
    Objects.requireNonNull(name);
    Objects.requireNonNull(value);
  }

  @Override
  public List<String> values() {
    return List.of(value);
  }
}
