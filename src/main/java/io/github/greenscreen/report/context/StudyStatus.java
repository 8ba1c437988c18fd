package io.github.greenscreen.report.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The status of an unfinished study in words: its progress, the runs without a result, and the
 * commands that finish it.
 *
 * @param headline one or two sentences; empty if nothing is missing
 * @param gaps runs that have not begun, are running, were interrupted, or failed
 * @param steps remaining steps, in this order
 */
public record StudyStatus(String headline, List<Gap> gaps, List<Step> steps) {
  private static final int MAX_LINES = 12;

  public StudyStatus {
    Objects.requireNonNull(headline);
    gaps = List.copyOf(gaps);
    steps = List.copyOf(steps);
  }

  /**
   * A run without a result, or several that do not differ.
   *
   * @param run its name, or a note that it has none yet
   * @param state its progress
   * @param words the reason, or other details
   */
  public record Gap(String run, String state, String words) {
    public Gap {
      Objects.requireNonNull(run);
      Objects.requireNonNull(state);
      Objects.requireNonNull(words);
    }
  }

  /**
   * A step to take.
   *
   * @param reason the reason in words
   * @param command the command; empty if none is needed
   */
  public record Step(String reason, String command) {
    public Step {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(command);
    }

    /** Return both on one line. */
    public String sentence() {
      return command.isEmpty() ? reason + "." : reason + ": " + command;
    }
  }

  /** Return the status of a study that is complete or unknown. */
  public static StudyStatus nothing() {
    return new StudyStatus("", List.of(), List.of());
  }

  /** Return whether a run of the sweep, its baseline, or a final run that was begun is missing. */
  public boolean isOpen() {
    return !headline.isEmpty();
  }

  /** Return everything as lines for a terminal; none if there is nothing to report or to do. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (isOpen()) {
      lines.add(headline);
    }
    gaps.stream()
        .limit(MAX_LINES)
        .forEach(gap -> lines.add("  %s %s".formatted(gap.run(), words(gap))));
    if (gaps.size() > MAX_LINES) {
      lines.add("  and %s more, see the report".formatted(gaps.size() - MAX_LINES));
    }
    steps.forEach(step -> lines.add(step.sentence()));
    return lines;
  }

  private static String words(Gap gap) {
    return gap.words().isEmpty() ? gap.state() : gap.state() + ": " + gap.words();
  }
}
