package io.github.greenscreen.report.context;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The values of a parameter in order: numbers by size, words by first appearance in the runs.
 *
 * @param parameter its name
 * @param values each once
 */
public record OrderedValues(String parameter, List<String> values) {
  private static final int MAX_SHOWN = 8;

  public static OrderedValues of(String parameter, List<RunMetrics> runs) {
    List<String> values =
        runs.stream()
            .sorted(Comparator.comparing(RunMetrics::name))
            .flatMap(run -> run.configuration().find(parameter).stream())
            .distinct()
            .toList();
    boolean numbers = values.stream().allMatch(OrderedValues::isNumber);
    return new OrderedValues(
        parameter,
        numbers
            ? values.stream().sorted(Comparator.comparingDouble(Double::parseDouble)).toList()
            : values);
  }

  /**
   * Return the relative position of {@code value}, 0 for the first and 1 for the last; NaN if it is
   * unknown.
   */
  public double place(String value) {
    int index = values.indexOf(value);
    return index < 0 ? Double.NaN : values.size() == 1 ? 0 : (double) index / (values.size() - 1);
  }

  /** Return the relative position of the value of {@code run}; NaN if it has none. */
  public double place(RunMetrics run) {
    return run.configuration().find(parameter).map(this::place).orElse(Double.NaN);
  }

  /** Return all values, or a selection from first to last if there are too many for a line. */
  public List<String> shown() {
    if (values.size() <= MAX_SHOWN) {
      return values;
    }
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < MAX_SHOWN; i++) {
      shown.add(values.get(i * (values.size() - 1) / (MAX_SHOWN - 1)));
    }
    return shown;
  }

  private static boolean isNumber(String value) {
    return value.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  }
}
