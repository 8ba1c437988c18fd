package io.github.greenscreen.analysis;

import io.github.greenscreen.run.RunPurpose;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunState;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The runs that the others are held against.
 *
 * @param baseline the first baseline that is among the analysed runs; folders of the study, which
 *     do not say what they are, have it in run 001
 * @param finalRun the last final run, where that completed; one that was stopped is no result, and
 *     hides the older ones
 */
public record ReferenceRuns(Optional<RunMetrics> baseline, Optional<RunMetrics> finalRun) {
  private static final String FIRST_RUN = "001";
  private static final Set<RunState> ENDED = Set.of(RunState.COMPLETED, RunState.STOPPED);

  public ReferenceRuns {
    Objects.requireNonNull(baseline);
    Objects.requireNonNull(finalRun);
  }

  /** Find them among {@code records}, whose analysed runs are {@code runs}. */
  static ReferenceRuns of(
      List<RunRecord> records, List<RunMetrics> runs, Cost cost, TargetAccuracy target) {
    Optional<RunMetrics> baseline =
        records.stream()
            .filter(ReferenceRuns::isBaseline)
            .sorted(Comparator.comparing(RunRecord::name, RunNameOrder.ORDER))
            .flatMap(run -> runs.stream().filter(m -> m.name().equals(run.name())))
            .findFirst();
    return new ReferenceRuns(
        baseline, finalRun(records).map(run -> RunMetricsFactory.of(run, cost, target.find())));
  }

  /** Return the final run that counts among {@code records}. */
  public static Optional<RunRecord> finalRun(List<RunRecord> records) {
    return records.stream()
        .filter(run -> run.status().purpose() == RunPurpose.FINAL)
        .filter(run -> ENDED.contains(run.status().state()))
        .max(Comparator.comparing(RunRecord::name, RunNameOrder.ORDER))
        .filter(run -> run.status().state() == RunState.COMPLETED);
  }

  private static boolean isBaseline(RunRecord run) {
    boolean study = run.status().facts().isEmpty() && run.plan().epochs().isEmpty();
    return run.status().purpose() == RunPurpose.BASELINE || (study && run.name().equals(FIRST_RUN));
  }
}
