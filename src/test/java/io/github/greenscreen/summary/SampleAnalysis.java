package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;

/** A small sweep with every kind of row: aliased, without energy, failed. */
final class SampleAnalysis {
  private SampleAnalysis() {}

  static AnalysisResult result() {
    return Analysis.of(runs(true), AnalysisOptions.none());
  }

  static AnalysisResult withoutMeter() {
    return Analysis.of(runs(false), AnalysisOptions.none());
  }

  /** Return the same where every power is estimated but those of the runs {@code measured}. */
  static AnalysisResult estimated(String... measured) {
    List<RunRecord> runs =
        runs(true).stream()
            .map(
                run ->
                    List.of(measured).contains(run.name())
                        ? run
                        : SampleRuns.with(run, "estimated"))
            .toList();
    return Analysis.of(runs, AnalysisOptions.none());
  }

  static AnalysisResult withoutBest() {
    return Analysis.of(runs(true), new AnalysisOptions(OptionalDouble.of(0.99)));
  }

  private static List<RunRecord> runs(boolean meter) {
    List<RunRecord> runs = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < 14; i++) {
      String size = List.of("32", "4", "128").get(i % 3);
      double seconds = 40 + 300 / Double.parseDouble(size) + random.nextDouble();
      double energy = seconds * (100 + 5 * random.nextDouble()) / 3600;
      runs.add(
          SampleRuns.run(
              String.format(Locale.ROOT, "%03d", i + 1),
              SampleRuns.configuration(
                  "model",
                  "resnet20",
                  "batch_size",
                  size,
                  "lr",
                  i % 2 == 0 ? "0.01" : "1.5e-4",
                  "internal",
                  i % 3 == 1 ? "jit_compilation" : "None"),
              Math.round(1e4 * random.nextDouble()) / 1e4,
              Math.round(1e3 * seconds) / 1e3,
              meter && i != 5 ? Math.round(1e6 * energy) / 1e6 : Double.NaN));
    }
    RunRecord failed = SampleRuns.run("015", SampleRuns.configuration("lr", "0.01"), 0.5, 1, 1);
    runs.add(
        new RunRecord(
            failed.name(),
            failed.plan(),
            failed.result(),
            failed.epochs(),
            SampleRuns.status(RunState.FAILED, "out of memory", RunPurpose.SWEEP)));
    return runs;
  }
}
