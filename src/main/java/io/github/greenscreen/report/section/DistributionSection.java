package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.ResponseDistribution;
import io.github.greenscreen.analysis.ResponseDistribution.Group;
import io.github.greenscreen.analysis.ResponseDistribution.Split;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.statistics.FiveNumberSummary;
import io.github.greenscreen.chart.DistributionChart;
import io.github.greenscreen.chart.model.DistributionGroup;
import io.github.greenscreen.chart.model.HighlightedPoint;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.HighlightedRun;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.text.ExecutiveSummary;
import io.github.greenscreen.report.text.MissingEnergyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Distributions of power and accuracy over all runs, and by the most important parameters. */
public final class DistributionSection implements ReportSection {
  private static final float ROW = 20;
  private static final float AXES = 62;

  private final ReportContext context;
  private final List<ResponseDistribution> all;
  private final Map<String, RunMetrics> runs;

  public DistributionSection(ReportContext context) {
    this.context = context;
    this.all = context.analysis().distributions();
    this.runs =
        context.analysis().runs().stream()
            .collect(Collectors.toMap(RunMetrics::name, Function.identity(), (a, b) -> a));
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    pdf.section("Distributions");
    if (runs.isEmpty()) {
      pdf.paragraph("No run completed, so there is nothing to show.");
      return;
    }
    power(pdf);
    String accuracy = "Accuracy of the delivered model (%)";
    Optional<ResponseDistribution> found = find(ResponseDistribution.ACCURACY);
    pdf.subsection("Accuracy");
    if (found.isPresent()) {
      draw(pdf, found.get(), accuracy, new Scaling(100, "%", 100, HighlightedRun::label));
    } else {
      pdf.paragraph("No run has this measurement.");
    }
    pdf.remark(
        "Each point is a run, moved vertically only so that all are visible; the box spans "
            + "the middle half of the runs, and the bar marks the median. The shape shows the "
            + "density of the runs (Gaussian kernel, Silverman’s bandwidth) from the lowest to "
            + "the highest run; it is omitted for fewer than five runs or equal values. In "
            + "parentheses: number of runs.");
  }

  private void power(PdfDocumentWriter pdf) {
    String mark = context.analysis().mark();
    Optional<ResponseDistribution> found = find(ResponseVariable.POWER);
    if (context.cost() == Cost.ENERGY && found.isPresent()) {
      pdf.subsection(PowerSourceLabel.beside("Mean power", mark));
      draw(
          pdf,
          found.get(),
          "Mean power of the run (" + PowerSourceLabel.with("W", mark) + ")",
          new Scaling(1, "W", Double.POSITIVE_INFINITY, HighlightedRun::energyLabel));
    } else {
      pdf.subsection("Mean power");
      pdf.paragraph(new MissingEnergyText(context).noPower());
    }
  }

  /**
   * How a quantity is shown.
   *
   * @param factor factor from the analysis to the unit
   * @param unit its unit
   * @param highest highest possible value in the unit
   * @param label returns the label of a highlighted run
   */
  private record Scaling(
      double factor, String unit, double highest, Function<HighlightedRun, String> label) {
    String configName(double value) {
      return ReportNumberFormat.fixed(factor * value, 1) + " " + unit;
    }
  }

  private void draw(
      PdfDocumentWriter pdf, ResponseDistribution found, String axis, Scaling scaling) {
    pdf.lead(words(found, scaling));
    List<DistributionGroup> groups = new ArrayList<>();
    groups.add(group("all runs", found, found.all(), List.copyOf(runs.keySet()), scaling));
    for (Split split : found.splits()) {
      for (Group group : split.groups()) {
        String label = split.parameter() + " " + group.value();
        groups.add(group(label, found, group.spread(), group.runs(), scaling));
      }
    }
    List<HighlightedPoint> marks =
        context.highlighted().all().stream()
            .map(
                actor ->
                    new HighlightedPoint(
                        scaling.label().apply(actor),
                        actor.role(),
                        scaling.factor() * found.of(actor.metrics()),
                        0))
            .toList();
    pdf.chart(
        DistributionChart.of(axis, scaling.highest(), groups, marks), AXES + ROW * groups.size());
  }

  private DistributionGroup group(
      String label,
      ResponseDistribution found,
      FiveNumberSummary spread,
      List<String> names,
      Scaling scaling) {
    double factor = scaling.factor();
    return new DistributionGroup(
        label + " (" + spread.runs() + ")",
        names.stream().map(name -> factor * found.of(runs.get(name))).toList(),
        factor * spread.lowerQuartile(),
        factor * spread.median(),
        factor * spread.upperQuartile());
  }

  private static String words(ResponseDistribution found, Scaling scaling) {
    FiveNumberSummary all = found.all();
    if (all.runs() == 1) {
      return "1 run: " + scaling.configName(all.median()) + ".";
    }
    String spread =
        "%s; lowest %s, median %s, highest %s; the middle half from %s to %s."
            .formatted(
                ReportNumberFormat.count(all.runs(), "run", "runs"),
                scaling.configName(all.lowest()),
                scaling.configName(all.median()),
                scaling.configName(all.highest()),
                scaling.configName(all.lowerQuartile()),
                scaling.configName(all.upperQuartile()));
    return spread + splits(found.splits());
  }

  private static String splits(List<Split> splits) {
    if (splits.isEmpty()) {
      return "";
    }
    String names =
        splits.stream()
            .map(
                s ->
                    s.parameter()
                        + " (adjusted p "
                        + ExecutiveSummary.equation(s.adjustedP())
                        + ")")
            .collect(Collectors.joining(" and "));
    String groups =
        splits.stream()
            .filter(split -> !split.grouping().isEmpty())
            .map(split -> " " + split.parameter() + ": " + split.grouping() + ".")
            .collect(Collectors.joining());
    String what =
        splits.get(0).adjustedP() < ExecutiveSummary.LEVEL ? "Split" : "No effect is clear; split";
    return " " + what + " by what matters most: " + names + "." + groups;
  }

  private Optional<ResponseDistribution> find(String metric) {
    return all.stream().filter(each -> each.metric().equals(metric)).findFirst();
  }
}
