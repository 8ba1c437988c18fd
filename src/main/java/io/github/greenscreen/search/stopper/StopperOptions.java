package io.github.greenscreen.search.stopper;

import io.github.greenscreen.format.DecimalText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The options of a stopper, given as text and read as numbers. Invalid values throw an {@link
 * IllegalArgumentException} with a sentence for the user.
 *
 * @param stopper the name of the stopper, for messages
 * @param values text by option name
 */
record StopperOptions(String stopper, Map<String, String> values) {
  /** Largest integer of an option. */
  private static final BigDecimal MOST = BigDecimal.valueOf(9_999_999);

  boolean has(String option) {
    return values.containsKey(option);
  }

  /** Return a non-negative integer, or {@code otherwise} if it is missing. */
  int count(String option, int otherwise) {
    return has(option) ? count(option) : otherwise;
  }

  /** Return a non-negative integer, which is required. */
  int count(String option) {
    if (!has(option)) {
      throw new IllegalArgumentException("%s needs %s".formatted(stopper, option));
    }
    return whole(option, values.get(option));
  }

  double number(String option, double otherwise) {
    if (!has(option)) {
      return otherwise;
    }
    String text = values.get(option);
    if (!DecimalText.isNumber(text) || text.startsWith("-")) {
      throw wrong(option, text, "a number such as 0.01 or 3");
    }
    return Double.parseDouble(text);
  }

  /** Return true or false, or {@code otherwise} if it is missing. */
  boolean flag(String option, boolean otherwise) {
    // YAML has three spellings of each value, and Python writes True.
    String found = values.getOrDefault(option, Boolean.toString(otherwise));
    String text = found.matches("True|TRUE|False|FALSE") ? found.toLowerCase(Locale.ROOT) : found;
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(option, text, "true or false");
    }
    return text.equals("true");
  }

  /** Return ascending positive integers separated by slashes, or {@code otherwise} if missing. */
  List<Integer> epochs(String option, List<Integer> otherwise) {
    if (!has(option)) {
      return otherwise;
    }
    String text = values.get(option);
    List<Integer> epochs =
        Arrays.stream(text.split("/", -1)).map(each -> whole(option, each.strip())).toList();
    boolean ascending = epochs.stream().sorted().distinct().toList().equals(epochs);
    if (!ascending || epochs.get(0) < 1) {
      throw wrong(option, text, "ascending epochs from 1 such as 3/9/27");
    }
    return epochs;
  }

  /** Return a non-negative integer of up to seven digits; 27.0 and 3e1 are whole numbers, too. */
  private int whole(String option, String text) {
    BigDecimal number = DecimalText.isNumber(text) ? new BigDecimal(text) : BigDecimal.ONE.negate();
    if (number.signum() < 0
        || number.compareTo(MOST) > 0
        || number.stripTrailingZeros().scale() > 0) {
      throw wrong(option, text, "a whole number such as 3");
    }
    return number.intValueExact();
  }

  private IllegalArgumentException wrong(String option, String found, String expected) {
    return new IllegalArgumentException(
        "%s: %s is \"%s\"; expected %s".formatted(stopper, option, found, expected));
  }
}
