package io.github.greenscreen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a study still lacks, in words: how far it has come, which runs have not ended well, and what
 * to type to finish it.
 *
 * @param headline one or two sentences; empty where nothing is missing
 * @param gaps runs that have not begun, run, were interrupted or failed
 * @param steps what is left to do, in this order
 */
public record StudyStatus(String headline, List<Gap> gaps, List<Step> steps) {
  private static final int MOST_LINES = 12;

  public StudyStatus {
    Objects.requireNonNull(headline);
    gaps = List.copyOf(gaps);
    steps = List.copyOf(steps);
  }

  /**
   * A run, or several that have nothing to tell them apart.
   *
   * @param run its name, or that it has none yet
   * @param state how far it has come
   * @param words why, or what is known besides
   */
  public record Gap(String run, String state, String words) {
    public Gap {
      Objects.requireNonNull(run);
      Objects.requireNonNull(state);
      Objects.requireNonNull(words);
    }
  }

  /**
   * Something to do.
   *
   * @param why in words
   * @param command what to type; empty where there is nothing to type
   */
  public record Step(String why, String command) {
    public Step {
      Objects.requireNonNull(why);
      Objects.requireNonNull(command);
    }

    /** Return both on one line. */
    public String sentence() {
      return command.isEmpty() ? why + "." : why + ": " + command;
    }
  }

  /** Return what is said of a study that lacks nothing, or of which nobody knows. */
  public static StudyStatus nothing() {
    return new StudyStatus("", List.of(), List.of());
  }

  /** Tell whether a run of the sweep, its baseline or a final run that was begun is missing. */
  public boolean isOpen() {
    return !headline.isEmpty();
  }

  /** Return all of it as lines for a terminal; none where there is nothing to say or to do. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (isOpen()) {
      lines.add(headline);
    }
    gaps.stream()
        .limit(MOST_LINES)
        .forEach(gap -> lines.add("  %s %s".formatted(gap.run(), words(gap))));
    if (gaps.size() > MOST_LINES) {
      lines.add("  and %s more, see the report".formatted(gaps.size() - MOST_LINES));
    }
    steps.forEach(step -> lines.add(step.sentence()));
    return lines;
  }

  private static String words(Gap gap) {
    return gap.words().isEmpty() ? gap.state() : gap.state() + ": " + gap.words();
  }
}
