package io.github.greenscreen.report;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.Regression;
import io.github.greenscreen.analysis.Regression.Term;
import io.github.greenscreen.chart.Effect;
import io.github.greenscreen.chart.ForestChart;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The effects on the cost with their intervals, as a picture. */
final class ForestSection {
  /** Effects that fit on a page. */
  private static final int MOST = 50;

  private static final float ROW = 10.5f;
  private static final float AXES = 56;

  private final Story story;

  ForestSection(Story story) {
    this.story = story;
  }

  /** Draw the regression of the cost; nothing where there is none. */
  void write(Sheet sheet) {
    story
        .analysis()
        .regression(Analysis.name(story.cost()))
        .ifPresent(regression -> write(sheet, regression));
  }

  private void write(Sheet sheet, Regression regression) {
    List<Term> effects =
        regression.terms().stream().filter(term -> !term.value().isEmpty()).toList();
    List<Term> shown = largest(effects);
    if (shown.isEmpty()) {
      return;
    }
    Response response = Response.of(regression);
    String mark = response.isOfPower() ? story.analysis().basis().source().mark() : "";
    String heading = response.heading(mark);
    sheet.subsection(heading + ": effects with 95 % intervals");
    if (shown.size() < effects.size()) {
      sheet.lead(
          "The %s effects that stand out most, of %s.".formatted(shown.size(), effects.size()));
    }
    sheet.chart(
        ForestChart.of(
            "Change against the baseline’s value: " + heading,
            shown.stream().map(ForestSection::effect).toList()),
        AXES + ROW * shown.size());
  }

  private static Effect effect(Term term) {
    return new Effect(
        term.parameter() + " " + term.value(), term.estimate(), term.low(), term.high());
  }

  /** Return the effects of the largest t, in their own order. */
  private static List<Term> largest(List<Term> effects) {
    Set<Term> chosen =
        new HashSet<>(
            effects.stream()
                .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.t())))
                .limit(MOST)
                .toList());
    return effects.stream().filter(chosen::contains).toList();
  }
}
