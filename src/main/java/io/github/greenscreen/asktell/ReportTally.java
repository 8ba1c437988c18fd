package io.github.greenscreen.asktell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts the reports of one {@code tell}, and remembers which of them were recorded. */
public final class ReportTally {
  private static final String PREFIX = "tell: ";

  private final String unit;
  private final List<Integer> recorded = new ArrayList<>();
  private final List<Integer> refused = new ArrayList<>();
  private int number;

  /** Count reports that each are a {@code unit}, such as a line. */
  public ReportTally(String unit) {
    this.unit = unit;
  }

  /** Count a line without a report. */
  public void skip() {
    number++;
  }

  /** Count a report that was recorded. */
  public void record() {
    number++;
    recorded.add(number);
  }

  /**
   * Count a report that was refused because of {@code problem}; return a sentence with its place.
   */
  public String refuse(String problem) {
    number++;
    refused.add(number);
    String bare = problem.startsWith(PREFIX) ? problem.substring(PREFIX.length()) : problem;
    return "%s%s %s: %s".formatted(PREFIX, unit, number, bare);
  }

  /** Return whether any report was refused. */
  public boolean refusedAny() {
    return !refused.isEmpty();
  }

  /** Return a sentence that says which reports were recorded; empty if none was refused. */
  public Optional<String> summary() {
    if (refused.isEmpty()) {
      return Optional.empty();
    }
    String kept = recorded.isEmpty() ? "nothing was recorded" : was(recorded) + " recorded";
    return Optional.of(
        "%s%s; %s refused: correct and report %s again"
            .formatted(PREFIX, kept, was(refused), refused.size() == 1 ? "it" : "only them"));
  }

  private String was(List<Integer> numbers) {
    return numbers.size() == 1
        ? "%s %s was".formatted(unit, numbers.get(0))
        : "%ss %s were".formatted(unit, ranges(numbers));
  }

  /** Return sorted {@code numbers} as text such as {@code 1-3, 7}. */
  private static String ranges(List<Integer> numbers) {
    List<String> ranges = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < numbers.size(); i++) {
      boolean ends = i + 1 == numbers.size() || numbers.get(i + 1) > numbers.get(i) + 1;
      if (ends) {
        ranges.add(
            from == i ? numbers.get(i).toString() : numbers.get(from) + "-" + numbers.get(i));
        from = i + 1;
      }
    }
    return String.join(", ", ranges);
  }
}
