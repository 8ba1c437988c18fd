package io.github.greenscreen.analysis;

import java.util.Comparator;
import java.util.regex.Pattern;

/** The order of run names: numbers by size, so that 999 comes before 1000, then other names. */
final class RunNames {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  static final Comparator<String> ORDER =
      Comparator.comparing((String name) -> !isNumber(name))
          .thenComparingLong(name -> isNumber(name) ? Long.parseLong(name) : 0)
          .thenComparing(Comparator.naturalOrder());

  private RunNames() {}

  private static boolean isNumber(String name) {
    return NUMBER.matcher(name).matches();
  }
}
