package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.importance.Importance;
import io.github.greenscreen.analysis.importance.ImportanceAgreement;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.ResultFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formats the parameter importance as text and as rows of {@code importance.csv}. */
final class ImportanceTable {
  private ImportanceTable() {}

  /**
   * Return one table for all metrics, each sorted by importance, with the result of the regression
   * of the same metric.
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
    List<String> ranks = new ArrayList<>();
    for (Importance importance : importances) {
      String mark = isOfPower(importance) ? result.basis().source().mark() : "";
      String metric = PowerSourceLabel.beside(importance.metric(), mark);
      String goal = (importance.highest() ? "highest " : "lowest ") + metric;
      ImportanceAgreement agreement = agreement(result, importance);
      for (ImportanceAgreement.Side side : agreement.sides()) {
        table.row(
            goal,
            side.share().parameter(),
            TextNumberFormat.percent(side.share().share()),
            TextNumberFormat.probability(side.share().p()),
            side.test()
                .map(found -> TextNumberFormat.quantity(found.partialEtaSquared()))
                .orElse(""),
            side.test().map(found -> TextNumberFormat.probability(found.adjustedP())).orElse(""),
            side.verdict());
      }
      if (Double.isFinite(agreement.rankCorrelation())) {
        ranks.add(
            "%s %s (%s parameters)"
                .formatted(
                    goal,
                    TextNumberFormat.quantity(agreement.rankCorrelation()),
                    agreement.compared()));
      }
    }
    Importance first = importances.get(0);
    return ("Importance of parameters (PED-ANOVA: the best %s of %s runs against all) and "
            + "regression\n%s%s")
        .formatted(first.top(), first.runs(), table, correlations(ranks));
  }

  private static String correlations(List<String> ranks) {
    return ranks.isEmpty()
        ? ""
        : "Rank correlation of importance and partial eta2 (Spearman), for the %s\n"
            .formatted(String.join(", ", ranks));
  }

  /** Compare {@code importance} with the regression of the same metric. */
  static ImportanceAgreement agreement(AnalysisResult result, Importance importance) {
    return ImportanceAgreement.of(importance, result.regression(importance.metric()));
  }

  /** Return the header and one row for each metric and parameter. */
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
            "power_source",
            "rank_correlation"));
    PowerSource source = result.basis().source();
    for (Importance importance : result.importances()) {
      boolean marked = isOfPower(importance) && source != PowerSource.NONE;
      ImportanceAgreement agreement = agreement(result, importance);
      for (ImportanceAgreement.Side side : agreement.sides()) {
        Importance.Share share = side.share();
        Optional<ParameterTest> test = side.test();
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
                side.verdict(),
                marked ? source.configName() : "",
                ResultFolder.number(agreement.rankCorrelation())));
      }
    }
    return rows;
  }

  private static boolean isOfPower(Importance importance) {
    return EffectTables.isOfPower(importance.metric());
  }
}
