package io.github.greenscreen.cli;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Analyses of a runs folder. */
final class Analyses {
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

  /** Analyse {@code records}; where none can be analysed, say why. */
  static AnalysisResult of(Path folder, List<RunRecord> records, AnalysisOptions options) {
    AnalysisResult result = Analysis.of(records, options);
    if (result.runs().isEmpty()) {
      throw new UsageException(
          "%s: none of the %s runs can be analysed (%s); a baseline or sweep run must complete first"
              .formatted(folder, records.size(), String.join("; ", result.excluded())));
    }
    return result;
  }
}
