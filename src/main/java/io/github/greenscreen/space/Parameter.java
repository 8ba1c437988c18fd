package io.github.greenscreen.space;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One dimension of the search space. Values are drawn through the unit interval: {@link #at} maps a
 * number between 0 and 1 to a value, {@link #unit} maps it back, so that a sampler that fills the
 * unit interval evenly draws every value as often as its distribution says. Immutable.
 */
public sealed interface Parameter permits CategoricalParameter, FixedParameter, NumericParameter {

  /** Return the name as it is spelled in {@code config.yaml}, never empty. */
  String name();

  /** Tell whether {@link #values()} can list all values. */
  boolean isFinite();

  /**
   * Return every value the parameter may take, spelled as in {@code config.yaml}; never empty.
   *
   * @throws IllegalStateException where there are too many to list, see {@link #isFinite}
   */
  List<String> values();

  /** Return the value of the baseline: the first of a list, the median of a range. */
  String baseline();

  /**
   * Return the value below which the share {@code unit} of all draws lies. What is not between 0
   * and 1 is moved to the nearest number that is.
   */
  String at(double unit);

  /**
   * Return the number between 0 and 1 that stands for {@code value}: the inverse of {@link #at}.
   * The middle of the stretch where a whole stretch stands for it; empty where the parameter cannot
   * have that value.
   */
  OptionalDouble unit(String value);

  /**
   * Return {@code value} as this parameter spells it, so that 0.10 is found where 0.1 is meant;
   * empty where the parameter cannot have that value.
   */
  default Optional<String> spelling(String value) {
    if (unit(value).isPresent()) {
      return Optional.of(value);
    }
    return isFinite() && DecimalText.isNumber(value)
        ? values().stream().filter(own -> DecimalText.isSame(own, value)).findFirst()
        : Optional.empty();
  }

  /** Tell whether there is a list of values all of which are drawn equally often. */
  boolean isEven();

  /** Tell whether all values are numbers, so that there is a nearer and a farther one. */
  boolean isNumeric();
}
