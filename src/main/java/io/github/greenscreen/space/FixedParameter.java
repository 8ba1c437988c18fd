package io.github.greenscreen.space;

import io.github.greenscreen.format.DecimalText;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A parameter with one value, which every configuration shares.
 *
 * @param name the name, not blank
 * @param value its only value
 */
public record FixedParameter(String name, String value) implements Parameter {
  public FixedParameter {
    Objects.requireNonNull(name);
    Objects.requireNonNull(value);
  }

  @Override
  public boolean isFinite() {
    return true;
  }

  @Override
  public List<String> values() {
    return List.of(value);
  }

  @Override
  public String baseline() {
    return value;
  }

  @Override
  public String at(double unit) {
    return value;
  }

  @Override
  public OptionalDouble unit(String text) {
    return text.equals(value) ? OptionalDouble.of(0.5) : OptionalDouble.empty();
  }

  @Override
  public boolean isEven() {
    return true;
  }

  @Override
  public boolean isNumeric() {
    return DecimalText.isNumber(value);
  }
}
