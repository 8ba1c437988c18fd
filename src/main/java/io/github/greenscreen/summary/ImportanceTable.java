package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.Importance;
import io.github.greenscreen.analysis.SourceMark;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.ResultFolder;
import java.util.ArrayList;
import java.util.List;

/** The importance of parameters as text and as rows of {@code importance.csv}. */
final class ImportanceTable {
  private ImportanceTable() {}

  /** Return one table for all metrics, each from its most important parameter on. */
  static String text(AnalysisResult result) {
    List<Importance> importances = result.importances();
    if (importances.isEmpty()) {
      return "";
    }
    TextTable table = new TextTable("for the", "parameter", ">importance %", ">p");
    for (Importance importance : importances) {
      String mark = isOfPower(importance) ? result.basis().source().mark() : "";
      String metric = SourceMark.beside(importance.metric(), mark);
      String goal = (importance.highest() ? "highest " : "lowest ") + metric;
      for (Importance.Share share : importance.shares()) {
        table.row(
            goal,
            share.parameter(),
            Figures.percent(share.share()),
            Figures.probability(share.p()));
      }
    }
    Importance first = importances.get(0);
    return "Importance of parameters (PED-ANOVA: the best %s of %s runs against all)\n%s"
        .formatted(first.top(), first.runs(), table);
  }

  /** Return the header and a row for each metric and parameter. */
  static List<List<String>> rows(AnalysisResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("metric", "goal", "parameter", "importance", "p", "n", "n_top", "power_source"));
    PowerSource source = result.basis().source();
    for (Importance importance : result.importances()) {
      boolean marked = isOfPower(importance) && source != PowerSource.NONE;
      for (Importance.Share share : importance.shares()) {
        rows.add(
            List.of(
                importance.metric(),
                importance.highest() ? "maximize" : "minimize",
                share.parameter(),
                ResultFolder.number(share.share()),
                ResultFolder.number(share.p()),
                Integer.toString(importance.runs()),
                Integer.toString(importance.top()),
                marked ? source.spelling() : ""));
      }
    }
    return rows;
  }

  private static boolean isOfPower(Importance importance) {
    return !importance.metric().equals(Importance.ACCURACY);
  }
}
