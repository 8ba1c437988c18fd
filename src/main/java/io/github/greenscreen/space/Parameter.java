package io.github.greenscreen.space;

import io.github.greenscreen.format.DecimalText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One dimension of the search space. Values are drawn through the unit interval: {@link #at} maps a
 * number between 0 and 1 to a value and {@link #unit} maps it back, so that a sampler that fills
 * the unit interval evenly draws every value according to its distribution. Immutable.
 */
public sealed interface Parameter permits CategoricalParameter, FixedParameter, NumericParameter {

  /** Return the name as it is spelled in {@code config.yaml}, never empty. */
  String name();

  /** Tell whether {@link #values()} can list all values. */
  boolean isFinite();

  /**
   * Return every value of the parameter, spelled as in {@code config.yaml}; never empty.
   *
   * @throws IllegalStateException if there are too many to list, see {@link #isFinite}
   */
  List<String> values();

  /** Return the baseline value: the first of a list, the median of a range. */
  String baseline();

  /**
   * Return the value below which the share {@code unit} of all draws lies. Numbers outside (0, 1)
   * are clamped.
   */
  String at(double unit);

  /**
   * Return the number between 0 and 1 that represents {@code value}, as the inverse of {@link #at}:
   * the middle of the interval, if the value has one. Empty if the parameter cannot have that
   * value.
   */
  OptionalDouble unit(String value);

  /**
   * Return {@code value} in this parameter's spelling, so that 0.10 matches 0.1; empty if the
   * parameter cannot have that value.
   */
  default Optional<String> configName(String value) {
    if (unit(value).isPresent()) {
      return Optional.of(value);
    }
    return isFinite() && DecimalText.isNumber(value)
        ? values().stream().filter(own -> DecimalText.isSame(own, value)).findFirst()
        : Optional.empty();
  }

  /** Tell whether the values form a list and are all equally likely. */
  boolean isEven();

  /** Tell whether all values are numbers, and thus ordered. */
  boolean isNumeric();
}
