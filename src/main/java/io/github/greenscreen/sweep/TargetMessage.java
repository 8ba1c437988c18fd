package io.github.greenscreen.sweep;

import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.Trial;
import java.util.List;
import java.util.stream.Collectors;

/** Formats the message that a sweep has reached its target. */
final class TargetMessage {
  private TargetMessage() {}

  /**
   * Return a sentence with the targets among {@code objectives} that the runs {@code names} of
   * {@code trial} reach.
   */
  static String sentence(List<Objective> objectives, Trial trial, List<String> names) {
    String found =
        objectives.stream()
            .filter(aim -> aim.isReachedBy(trial))
            .map(
                aim ->
                    "%s %s reaches the target %s"
                        .formatted(
                            aim.metric(),
                            AmountFormat.rounded(trial.metric(aim.metric()).orElseThrow()),
                            AmountFormat.plain(aim.target().orElseThrow())))
            .collect(Collectors.joining(" and "));
    return (names.size() == 1 ? "run " : "the mean of runs ")
        + String.join(", ", names)
        + ": "
        + found;
  }
}
