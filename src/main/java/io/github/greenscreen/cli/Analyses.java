package io.github.greenscreen.cli;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Analyses of a runs folder. */
final class Analyses {
  /** How many runs are named with their reasons. */
  private static final int SOME = 3;

  private Analyses() {}

  /** Read all runs in {@code folder}; a folder without any is refused. */
  static List<RunRecord> records(Path folder) {
    List<RunRecord> records = new RunStore(folder).readAll();
    if (records.isEmpty()) {
      String found = Files.isDirectory(folder) ? "no runs in it" : "no such folder";
      throw new UsageException(
          folder
              + ": "
              + found
              + "; name a folder with runs by --runs, or make some with"
              + " 'greenscreen sweep'");
    }
    return records;
  }

  /** Refuse an analysis of no run. */
  static void refuseNothing(Path folder, List<RunRecord> records, AnalysisResult result) {
    nothing(folder, records, result)
        .ifPresent(
            why -> {
              throw new UsageException(why);
            });
  }

  /** Say why an analysis is one of no run, or nothing where it is not. */
  static Optional<String> nothing(Path folder, List<RunRecord> records, AnalysisResult result) {
    if (!result.runs().isEmpty()) {
      return Optional.empty();
    }
    List<String> reasons = result.excluded().stream().limit(SOME).toList();
    int more = result.excluded().size() - reasons.size();
    return Optional.of(
        "%s: none of the %s runs can be analysed (%s%s); a baseline or sweep run must complete first"
            .formatted(
                folder,
                records.size(),
                String.join("; ", reasons),
                more > 0 ? "; and " + more + " more" : ""));
  }
}
