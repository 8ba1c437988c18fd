package io.github.greenscreen.analysis.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The order of run names: numbers by value, so that 999 comes before 1000, then other names. */
public final class RunNameOrder {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  /** The order of two names. */
  public static final Comparator<String> ORDER =
      Comparator.comparing((String name) -> !isNumber(name))
          .thenComparingLong(name -> isNumber(name) ? Long.parseLong(name) : 0)
          .thenComparing(Comparator.naturalOrder());

  private RunNameOrder() {}

  /**
   * Return the names of at most eight of {@code runs} as part of a sentence, and how many more
   * there are.
   */
  public static String some(List<RunMetrics> runs) {
    return some(runs, 8, RunMetrics::name);
  }

  /**
   * Return the {@code words} of at most {@code most} of {@code runs}, and how many more there are.
   */
  public static String some(List<RunMetrics> runs, int most, Function<RunMetrics, String> words) {
    String names = runs.stream().limit(most).map(words).collect(Collectors.joining(", "));
    return runs.size() > most ? names + " and " + (runs.size() - most) + " more" : names;
  }

  private static boolean isNumber(String name) {
    return NUMBER.matcher(name).matches();
  }
}
