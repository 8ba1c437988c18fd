package io.github.greenscreen.report.text;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.format.ReportNumberFormat;

/** Describes the cost of runs, and compares it with that of the baseline. */
final class CostText {
  private static final String UNLIKE =
      "; their energies come from different sources and cannot be compared";

  private final Cost cost;

  CostText(Cost cost) {
    this.cost = cost;
  }

  /** Return the cost of {@code run} for a sentence. */
  String of(RunMetrics run) {
    return PowerSourceLabel.beside(bare(run), run.mark());
  }

  /** Return the cost of {@code run} for text in parentheses. */
  String inside(RunMetrics run) {
    return PowerSourceLabel.with(bare(run), run.mark());
  }

  private String bare(RunMetrics run) {
    double value = cost.of(run);
    return Double.isFinite(value) ? amount(value) : "unknown " + cost.noun();
  }

  private String amount(double value) {
    return cost == Cost.ENERGY
        ? ReportNumberFormat.quantity(value, cost.unit())
        : ReportNumberFormat.duration(value);
  }

  /** Compare {@code run} with the baseline {@code base} in complete sentences. */
  String against(RunMetrics run, RunMetrics base) {
    if (base.name().equals(run.name())) {
      return "It is the baseline itself.";
    }
    double points = 100 * (run.accuracy() - base.accuracy());
    double saved = cost.of(base) - cost.of(run);
    return "The baseline (run %s) reached %s with %s. So run %s is %s%s."
        .formatted(
            base.name(),
            ReportNumberFormat.percent(base.accuracy()),
            of(base),
            run.name(),
            points(points),
            unlike(run, base) ? UNLIKE : " and needs " + saving(saved, cost.of(base)));
  }

  private static boolean unlike(RunMetrics run, RunMetrics base) {
    return run.hasEnergy() && base.hasEnergy() && run.powerSource() != base.powerSource();
  }

  private static String points(double points) {
    if (!Double.isFinite(points)) {
      return "not comparable in accuracy";
    }
    String size = ReportNumberFormat.fixed(Math.abs(points), 1) + " percentage points";
    return size + (points >= 0 ? " more accurate" : " less accurate");
  }

  private String saving(double saved, double base) {
    if (!Double.isFinite(saved)) {
      return "an amount of " + cost.noun() + " that cannot be compared";
    }
    return "%s (%s %%) %s %s"
        .formatted(
            amount(Math.abs(saved)),
            ReportNumberFormat.fixed(100 * Math.abs(saved) / base, 0),
            saved >= 0 ? "less" : "more",
            cost.noun());
  }
}
