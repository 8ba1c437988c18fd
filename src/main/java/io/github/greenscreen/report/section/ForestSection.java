package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.Term;
import io.github.greenscreen.chart.ForestChart;
import io.github.greenscreen.chart.model.CoefficientEstimate;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ResponseLabel;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Forest plots of effects with their intervals. */
final class ForestSection {
  /** Maximum number of effects on a page. */
  private static final int MAX = 50;

  /** Maximum number of effects in one of several charts. */
  private static final int SOME = 10;

  private static final float ROW = 10.5f;
  private static final float AXES = 56;

  private final ReportContext context;

  ForestSection(ReportContext context) {
    this.context = context;
  }

  /** Draw the regression of the cost; nothing if it does not exist. */
  void write(PdfDocumentWriter pdf) {
    context
        .analysis()
        .regression(ResponseVariable.of(context.cost()))
        .ifPresent(regression -> write(pdf, regression, MAX));
  }

  /** Draw the largest effects in the regressions of power and accuracy, if they exist. */
  void others(PdfDocumentWriter pdf) {
    Stream.of(ResponseVariable.POWER, accuracy())
        .flatMap(name -> context.analysis().regression(name).stream())
        .forEach(regression -> write(pdf, regression, SOME));
  }

  private String accuracy() {
    return context.analysis().regression(ResponseVariable.DELIVERED).isPresent()
        ? ResponseVariable.DELIVERED
        : ResponseVariable.VAL_ACCURACY;
  }

  private void write(PdfDocumentWriter pdf, Regression regression, int most) {
    List<Term> effects =
        regression.terms().stream().filter(term -> !term.value().isEmpty()).toList();
    List<Term> shown = largest(effects, most);
    if (shown.isEmpty()) {
      return;
    }
    ResponseLabel response = ResponseLabel.of(regression);
    String mark = response.isOfPower() ? context.analysis().basis().source().mark() : "";
    String heading = response.heading(mark);
    pdf.subsection(heading + ": effects with 95 % intervals");
    if (shown.size() < effects.size()) {
      pdf.lead("The %s most significant effects, of %s.".formatted(shown.size(), effects.size()));
    }
    pdf.chart(
        ForestChart.of(
            "Change against the baseline’s value: " + heading,
            shown.stream().map(term -> effect(term, response.factor())).toList()),
        AXES + ROW * shown.size());
  }

  private static CoefficientEstimate effect(Term term, double factor) {
    return new CoefficientEstimate(
        term.parameter() + " " + term.value(),
        factor * term.estimate(),
        factor * term.low(),
        factor * term.high());
  }

  /** Return the effects with the largest |t|, in their original order. */
  private static List<Term> largest(List<Term> effects, int most) {
    Set<Term> chosen =
        new HashSet<>(
            effects.stream()
                .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.t())))
                .limit(most)
                .toList());
    return effects.stream().filter(chosen::contains).toList();
  }
}
