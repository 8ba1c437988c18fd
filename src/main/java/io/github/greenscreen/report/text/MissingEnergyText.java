package io.github.greenscreen.report.text;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.run.model.RunEnergy;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;

/** Explains why the energy of runs is unknown. */
public final class MissingEnergyText {
  private static final String WHAT_TO_DO =
      "For complete measurements, check with “greenscreen power --calibrate 30s” how often "
          + "the meter updates, set --meter-period accordingly, read the meter’s messages in "
          + "output.log, and train these runs again.";

  private final ReportContext context;

  public MissingEnergyText(ReportContext context) {
    this.context = context;
  }

  /** Explain in one or two sentences why no run has a comparable energy. */
  public String missing() {
    List<RunMetrics> incomplete = incomplete();
    long runs = context.analysis().runs().size();
    if (runs == 0) {
      return "No run completed, so the power is unknown.";
    }
    if (incomplete.isEmpty()) {
      return "No power meter was available.";
    }
    String who =
        incomplete.size() == runs
            ? "A power meter was available"
            : "A power meter was available in only %s of %s"
                .formatted(incomplete.size(), ReportNumberFormat.count(runs, "run", "runs"));
    return "%s (%s), but the energy of no run is complete: %s."
        .formatted(who, context.facts().meter(), reasons(incomplete));
  }

  /** Explain why no mean power is shown. */
  public String noPower() {
    return incomplete().isEmpty()
        ? "No power meter was available, so there is no power to show."
        : "The energy of no run is complete, so there is no mean power to show: "
            + reasons(incomplete())
            + ".";
  }

  /** Return advice about incomplete energies; empty if there are none. */
  public String advice() {
    return incomplete().isEmpty() ? "" : " " + WHAT_TO_DO;
  }

  /** List the runs without an energy if others have one; empty if every run has one. */
  public String partly() {
    List<RunMetrics> incomplete = incomplete();
    return incomplete.isEmpty()
        ? ""
        : " The energy of %s is incomplete and not ranked: %s.%s"
            .formatted(
                ReportNumberFormat.count(incomplete.size(), "run", "runs"),
                reasons(incomplete),
                advice());
  }

  private List<RunMetrics> incomplete() {
    return context.analysis().runs().stream()
        .filter(run -> !run.energy().incomplete().isEmpty())
        .toList();
  }

  /** Return the coverage, or the reasons that the runs recorded. */
  private static String reasons(List<RunMetrics> runs) {
    List<RunMetrics> thin = runs.stream().filter(MissingEnergyText::isThin).toList();
    List<String> others =
        runs.stream()
            .filter(run -> !isThin(run))
            .map(run -> run.energy().incomplete())
            .distinct()
            .toList();
    String other = others.stream().limit(3).collect(Collectors.joining("; "));
    if (thin.isEmpty()) {
      return other;
    }
    DoubleSummaryStatistics percent =
        thin.stream().mapToDouble(run -> run.energy().coveragePercent()).summaryStatistics();
    String low = ReportNumberFormat.fixed(percent.getMin(), 1);
    String high = ReportNumberFormat.fixed(percent.getMax(), 1);
    String covered =
        "its samples cover only %s of the training time; at least %s %% is needed"
            .formatted(
                low.equals(high) ? low + " %" : low + " % to " + high + " %",
                ReportNumberFormat.fixed(RunEnergy.MIN_COVERAGE_PERCENT, 0));
    return other.isEmpty() ? covered : covered + "; " + other;
  }

  private static boolean isThin(RunMetrics run) {
    return run.energy().coveragePercent() < RunEnergy.MIN_COVERAGE_PERCENT;
  }
}
