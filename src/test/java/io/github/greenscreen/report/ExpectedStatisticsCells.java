package io.github.greenscreen.report;

import static io.github.greenscreen.report.AnalysisJsonReader.count;
import static io.github.greenscreen.report.AnalysisJsonReader.equation;
import static io.github.greenscreen.report.AnalysisJsonReader.fixed;
import static io.github.greenscreen.report.AnalysisJsonReader.p;
import static io.github.greenscreen.report.AnalysisJsonReader.percent;
import static io.github.greenscreen.report.AnalysisJsonReader.significant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the report must say of regressions and the like, by {@code analysis.json} alone. */
final class ExpectedStatisticsCells {
  private static final Map<String, String> NOUNS =
      Map.of(
          "energy_Wh", "Energy",
          "log_energy", "Logarithm of energy",
          "power_W", "Mean power",
          "seconds", "Time",
          "val_accuracy", "Accuracy as logged",
          "delivered_accuracy", "Delivered accuracy",
          "efficiency", "Efficiency");

  private final ExpectedCells cells;
  private final AnalysisJsonReader json;

  ExpectedStatisticsCells(ExpectedCells cells) {
    this.cells = cells;
    this.json = cells.json;
  }

  void spend(PdfNumberAudit ledger) {
    AnalysisJsonReader fits = json.at("regressions");
    new ExpectedEffectCells(cells).spend(ledger);
    fits.names().forEach(name -> glance(ledger, NOUNS.get(name), fits.at(name)));
    fits.names().forEach(name -> residuals(ledger, NOUNS.get(name), fits.at(name)));
    leverage(ledger, fits);
    json.at("comparisons").names().forEach(name -> comparison(ledger, name));
    importance(ledger);
    forests(ledger, fits);
    fits.names().forEach(name -> pairs(ledger, name));
    clearPairs(ledger, fits);
    json.at("distributions").names().forEach(name -> distribution(ledger, name));
    if (cells.energy) {
      ledger.spend("carbon intensity of the grid: ", cells.factor());
    }
  }

  private static void glance(PdfNumberAudit ledger, String noun, AnalysisJsonReader fit) {
    ledger.spend(
        noun,
        fit.at("n").text(),
        fit.at("df_residual").text(),
        fixed(fit.at("r2").number(), 3),
        fixed(fit.at("adjusted_r2").number(), 3),
        fixed(fit.at("cross_validated_r2").number(), 3),
        significant(fit.at("f").number(), 4),
        p(fit.at("p").number()));
  }

  private static void residuals(PdfNumberAudit ledger, String noun, AnalysisJsonReader fit) {
    AnalysisJsonReader found = fit.at("residuals");
    AnalysisJsonReader parameters = fit.at("parameters");
    double inflation =
        parameters.names().stream()
            .mapToDouble(name -> parameters.at(name, "gvif_per_coefficient").number())
            .filter(Double::isFinite)
            .max()
            .orElse(Double.NaN);
    ledger.spend(
        noun,
        p(found.at("breusch_pagan", "p").number()),
        p(found.at("jarque_bera", "p").number()),
        fixed(found.at("durbin_watson", "statistic").number(), 2),
        p(found.at("durbin_watson", "p").number()),
        fixed(found.at("leverage", "highest").number(), 3),
        found.at("leverage", "highest_run").text(),
        fixed(inflation, 2));
  }

  private static void leverage(PdfNumberAudit ledger, AnalysisJsonReader fits) {
    Set<String> alone = new LinkedHashSet<>();
    fits.names()
        .forEach(
            name ->
                alone.addAll(fits.at(name, "residuals", "leverage", "determined_runs").texts()));
    if (!alone.isEmpty()) {
      ledger.spend(
          alone.size() == 1 ? "This applies to run " : "This applies to each of the runs ",
          alone.stream().limit(8).collect(Collectors.joining(", ")),
          alone.size() > 8 ? " and " + (alone.size() - 8) + " more" : "");
    }
  }

  private void importance(PdfNumberAudit ledger) {
    AnalysisJsonReader all = json.at("importance");
    Set<String> parameters = new LinkedHashSet<>();
    all.names().forEach(metric -> parameters.addAll(all.at(metric, "parameters").names()));
    for (String parameter : parameters) {
      List<String> row = new ArrayList<>(List.of(parameter));
      for (String metric : all.names()) {
        AnalysisJsonReader shares = all.at(metric, "parameters");
        row.add(
            shares.has(parameter)
                ? percent(shares.at(parameter, "share").number())
                    + "("
                    + p(shares.at(parameter, "p").number())
                    + ")"
                : AnalysisJsonReader.UNKNOWN);
        AnalysisJsonReader fits = json.at("regressions");
        boolean fitted = fits.has(metric) && fits.at(metric, "parameters").has(parameter);
        row.add(
            fitted
                ? fixed(fits.at(metric, "parameters", parameter, "partial_eta2").number(), 3)
                    + "("
                    + p(fits.at(metric, "parameters", parameter, "p_adjusted").number())
                    + ")"
                : AnalysisJsonReader.UNKNOWN);
      }
      ledger.spend(row.toArray(String[]::new));
    }
    for (String metric : all.names()) {
      ledger.spend(
          "(best %s of %s)"
              .formatted(
                  all.at(metric, "n_top").whole(),
                  count(all.at(metric, "n").whole(), "run", "runs")));
    }
  }

  private static void forests(PdfNumberAudit ledger, AnalysisJsonReader fits) {
    String accuracy = fits.has("delivered_accuracy") ? "delivered_accuracy" : "val_accuracy";
    for (String name : List.of("power_W", accuracy)) {
      if (fits.has(name) && fits.at(name, "terms").names().size() > 11) {
        ledger.spend(
            "The 10 most significant effects, of %s."
                .formatted(fits.at(name, "terms").names().size() - 1));
      }
    }
  }

  private void pairs(PdfNumberAudit ledger, String response) {
    AnalysisJsonReader pairs = json.at("regressions", response, "interactions");
    for (String name : pairs.names()) {
      AnalysisJsonReader pair = pairs.at(name);
      String df = pair.at("df").text();
      String possible = pair.at("df_possible").text();
      ledger.spendAny(
          NOUNS.get(response),
          name.replace(":", " : "),
          df.equals(possible) ? df : df + " of " + possible,
          pair.at("df_residual").text(),
          fixed(pair.at("f").number(), 2),
          p(pair.at("p").number()),
          p(pair.at("p_adjusted").number()),
          fixed(pair.at("partial_eta2").number(), 3));
    }
  }

  private void comparison(PdfNumberAudit ledger, String response) {
    AnalysisJsonReader found = json.at("comparisons", response);
    ledger.spend(
        "Too few runs for a regression (", count(found.at("n").whole(), "run", "runs") + ")");
    AnalysisJsonReader parameters = found.at("parameters");
    for (String name : parameters.names()) {
      AnalysisJsonReader test = parameters.at(name);
      ledger.spend(
          name,
          test.at("df").text(),
          fixed(test.at("h").number(), 2),
          p(test.at("p").number()),
          p(test.at("p_adjusted").number()));
    }
  }

  private static void clearPairs(PdfNumberAudit ledger, AnalysisJsonReader fits) {
    List<Double> all = new ArrayList<>();
    for (String name : fits.names()) {
      AnalysisJsonReader pairs = fits.at(name, "interactions");
      pairs.names().forEach(pair -> all.add(pairs.at(pair, "p_adjusted").number()));
    }
    long clear = all.stream().filter(p -> p < 0.1).count();
    if (!all.isEmpty()) {
      ledger.spend(
          "Of %s %s clear"
              .formatted(
                  count(all.size(), "pair", "pairs"),
                  clear == 0 ? "none is" : clear + (clear == 1 ? " is" : " are")));
    }
  }

  private void distribution(PdfNumberAudit ledger, String metric) {
    AnalysisJsonReader found = json.at("distributions", metric);
    boolean power = metric.equals("power_W");
    AnalysisJsonReader all = found.at("all");
    List<String> words = new ArrayList<>();
    for (String name : List.of("lowest", "median", "highest", "lower_quartile", "upper_quartile")) {
      double value = all.at(name).number();
      words.add(fixed(power ? value : 100 * value, 1) + (power ? "W" : "%"));
    }
    AnalysisJsonReader splits = found.at("parameters");
    String by =
        splits.names().stream()
            .map(n -> n + " (adjusted p " + equation(splits.at(n, "p_adjusted").number()) + ")")
            .collect(Collectors.joining(" and "));
    if (all.at("n").whole() == 1) {
      ledger.spend("1 run: " + words.get(1) + ".");
      return;
    }
    ledger.spend(
        "%s; lowest %s, median %s, highest %s; the middle half from %s to %s."
            .formatted(
                count(all.at("n").whole(), "run", "runs"),
                words.get(0),
                words.get(1),
                words.get(2),
                words.get(3),
                words.get(4)));
    if (!by.isEmpty()) {
      ledger.spend("by what matters most: " + by + ".");
    }
  }
}
