package io.github.greenscreen.analysis;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EnergyCounterReading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Builds notes on runs whose recorded energy may be misleading. */
final class EnergyCaveats {
  private EnergyCaveats() {}

  /** Return a note for each caveat that applies to any of {@code runs}. */
  static List<String> sentences(List<RunRecord> runs) {
    List<String> sentences = new ArrayList<>();
    add(
        sentences,
        runs,
        run -> !run.status().environment().sharedWith().isEmpty(),
        "Other processes used the metered GPUs; their energy is included in ");
    add(
        sentences,
        runs,
        run -> !counterWarning(run).isEmpty(),
        "Energy counter and power samples differ by more than 5 % in ");
    add(
        sentences,
        runs,
        run -> run.status().measurements().energy().isLessThanIdle(),
        "The idle power is above the mean power, so there is no net energy, in ");
    return sentences;
  }

  private static String counterWarning(RunRecord run) {
    return run.status().measurements().counter().map(EnergyCounterReading::warning).orElse("");
  }

  private static void add(
      List<String> sentences, List<RunRecord> runs, Predicate<RunRecord> doubt, String beginning) {
    List<String> names = runs.stream().filter(doubt).map(RunRecord::name).toList();
    if (!names.isEmpty()) {
      String noun = names.size() == 1 ? "run " : "runs ";
      sentences.add(beginning + noun + names.stream().collect(Collectors.joining(", ", "", ".")));
    }
  }
}
