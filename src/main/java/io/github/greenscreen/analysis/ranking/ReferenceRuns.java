package io.github.greenscreen.analysis.ranking;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunPurpose;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The reference runs that the others are compared with.
 *
 * @param baseline first analysed baseline; in folders of the study, which do not record purposes,
 *     run 001
 * @param finalRun the completed final run that the results refer to
 */
public record ReferenceRuns(Optional<RunMetrics> baseline, Optional<RunMetrics> finalRun) {
  private static final String FIRST_RUN = "001";

  public ReferenceRuns {
    Objects.requireNonNull(baseline);
    Objects.requireNonNull(finalRun);
  }

  /**
   * Find the reference runs among {@code records}, whose analysed runs are {@code runs} and whose
   * final run is {@code last}.
   */
  public static ReferenceRuns of(
      List<RunRecord> records,
      Optional<RunRecord> last,
      List<RunMetrics> runs,
      Cost cost,
      TargetAccuracy target) {
    Optional<RunMetrics> baseline =
        records.stream()
            .filter(ReferenceRuns::isBaseline)
            .sorted(Comparator.comparing(RunRecord::name, RunNameOrder.ORDER))
            .flatMap(run -> runs.stream().filter(m -> m.name().equals(run.name())))
            .findFirst();
    return new ReferenceRuns(
        baseline, last.map(run -> RunMetricsFactory.of(run, cost, target.find())));
  }

  private static boolean isBaseline(RunRecord run) {
    boolean study =
        run.status().environment().equals(RunEnvironment.NONE) && run.plan().epochs().isEmpty();
    return run.status().purpose() == RunPurpose.BASELINE || (study && run.name().equals(FIRST_RUN));
  }
}
