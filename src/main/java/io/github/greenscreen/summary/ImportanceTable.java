package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.Importance;
import io.github.greenscreen.analysis.Regression.ParameterTest;
import io.github.greenscreen.analysis.SourceMark;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.ResultFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The importance of parameters as text and as rows of {@code importance.csv}. */
final class ImportanceTable {
  /** A parameter matters below this p, as for the best configuration. */
  private static final double LEVEL = 0.1;

  private ImportanceTable() {}

  /**
   * Return one table for all metrics, each from its most important parameter on, beside what the
   * regression of the same metric finds.
   */
  static String text(AnalysisResult result) {
    List<Importance> importances = result.importances();
    if (importances.isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable(
            "for the",
            "parameter",
            ">importance %",
            ">p",
            ">partial eta2",
            ">adjusted p",
            "matters by");
    for (Importance importance : importances) {
      String mark = isOfPower(importance) ? result.basis().source().mark() : "";
      String metric = SourceMark.beside(importance.metric(), mark);
      String goal = (importance.highest() ? "highest " : "lowest ") + metric;
      for (Importance.Share share : importance.shares()) {
        Optional<ParameterTest> test = test(result, importance, share);
        table.row(
            goal,
            share.parameter(),
            Figures.percent(share.share()),
            Figures.probability(share.p()),
            test.map(found -> Figures.quantity(found.partialEtaSquared())).orElse(""),
            test.map(found -> Figures.probability(found.adjustedP())).orElse(""),
            verdict(share, test));
      }
    }
    Importance first = importances.get(0);
    return "Importance of parameters (PED-ANOVA: the best %s of %s runs against all) beside the regression\n%s"
        .formatted(first.top(), first.runs(), table);
  }

  /** Return which of both finds that the parameter matters. */
  private static String verdict(Importance.Share share, Optional<ParameterTest> test) {
    boolean importance = share.p() < LEVEL;
    boolean regression = test.filter(found -> found.adjustedP() < LEVEL).isPresent();
    if (importance && regression) {
      return "both";
    }
    return importance ? "importance" : regression ? "regression" : "neither";
  }

  private static Optional<ParameterTest> test(
      AnalysisResult result, Importance importance, Importance.Share share) {
    return result.regression(importance.metric()).stream()
        .flatMap(fit -> fit.tests().stream())
        .filter(test -> test.parameter().equals(share.parameter()))
        .findFirst();
  }

  /** Return the header and a row for each metric and parameter. */
  static List<List<String>> rows(AnalysisResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "metric",
            "goal",
            "parameter",
            "importance",
            "p",
            "n",
            "n_top",
            "partial_eta2",
            "p_adjusted",
            "matters_by",
            "power_source"));
    PowerSource source = result.basis().source();
    for (Importance importance : result.importances()) {
      boolean marked = isOfPower(importance) && source != PowerSource.NONE;
      for (Importance.Share share : importance.shares()) {
        Optional<ParameterTest> test = test(result, importance, share);
        rows.add(
            List.of(
                importance.metric(),
                importance.highest() ? "maximize" : "minimize",
                share.parameter(),
                ResultFolder.number(share.share()),
                ResultFolder.number(share.p()),
                Integer.toString(importance.runs()),
                Integer.toString(importance.top()),
                test.map(found -> ResultFolder.number(found.partialEtaSquared())).orElse(""),
                test.map(found -> ResultFolder.number(found.adjustedP())).orElse(""),
                verdict(share, test),
                marked ? source.spelling() : ""));
      }
    }
    return rows;
  }

  private static boolean isOfPower(Importance importance) {
    return EffectTables.isOfPower(importance.metric());
  }
}
