package io.github.greenscreen.report;

import io.github.greenscreen.analysis.Cost;
import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.analysis.SourceMark;
import io.github.greenscreen.chart.DistributionChart;
import io.github.greenscreen.chart.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How power and accuracy are spread over all runs. */
final class DistributionSection {
  private static final float HEIGHT = 155;

  private final Story story;

  DistributionSection(Story story) {
    this.story = story;
  }

  void write(Sheet sheet) {
    sheet.section("Distributions over all runs");
    if (story.analysis().runs().isEmpty()) {
      sheet.paragraph("There is no completed run to count.");
      return;
    }
    if (story.cost() == Cost.ENERGY) {
      power(sheet);
    } else {
      sheet.subsection("Mean power");
      sheet.paragraph(new MeterWords(story).noPower());
    }
    part(
        sheet,
        "Accuracy",
        "Validation accuracy of the last epoch (%)",
        " %",
        run -> 100 * run.accuracy(),
        Actor::label);
  }

  private void power(Sheet sheet) {
    String mark = story.analysis().mark();
    part(
        sheet,
        SourceMark.beside("Mean power", mark),
        "Mean power of the run (" + SourceMark.with("W", mark) + ")",
        " W",
        RunMetrics::powerW,
        Actor::energyLabel);
  }

  private void part(
      Sheet sheet,
      String title,
      String axis,
      String unit,
      ToDoubleFunction<RunMetrics> quantity,
      Function<Actor, String> label) {
    double[] values = story.analysis().runs().stream().mapToDouble(quantity).toArray();
    List<Mark> marks =
        story.cast().all().stream()
            .map(a -> new Mark(label.apply(a), a.role(), quantity.applyAsDouble(a.metrics()), 0))
            .toList();
    sheet.subsection(title);
    double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (known.length == 0) {
      sheet.paragraph("No run has this measurement.");
      return;
    }
    sheet.lead(
        "%s; lowest %s, median %s, highest %s."
            .formatted(
                Numbers.count(known.length, "run", "runs"),
                Numbers.fixed(known[0], 1) + unit,
                Numbers.fixed(median(known), 1) + unit,
                Numbers.fixed(known[known.length - 1], 1) + unit));
    sheet.chart(DistributionChart.of(axis, values, marks), HEIGHT);
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
