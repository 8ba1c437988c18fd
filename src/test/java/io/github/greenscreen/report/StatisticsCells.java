package io.github.greenscreen.report;

import static io.github.greenscreen.report.Known.count;
import static io.github.greenscreen.report.Known.equation;
import static io.github.greenscreen.report.Known.fixed;
import static io.github.greenscreen.report.Known.p;
import static io.github.greenscreen.report.Known.percent;
import static io.github.greenscreen.report.Known.significant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the report must say of regressions and the like, by {@code analysis.json} alone. */
final class StatisticsCells {
  private static final Map<String, String> NOUNS =
      Map.of(
          "energy_Wh", "Energy",
          "log_energy", "Logarithm of energy",
          "power_W", "Mean power",
          "seconds", "Time",
          "val_accuracy", "Accuracy as logged",
          "delivered_accuracy", "Delivered accuracy",
          "efficiency", "Efficiency");

  private final Cells cells;
  private final Known json;

  StatisticsCells(Cells cells) {
    this.cells = cells;
    this.json = cells.json;
  }

  void spend(Ledger ledger) {
    Known fits = json.at("regressions");
    new EffectCells(cells).spend(ledger);
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

  private static void glance(Ledger ledger, String noun, Known fit) {
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

  private static void residuals(Ledger ledger, String noun, Known fit) {
    Known found = fit.at("residuals");
    Known parameters = fit.at("parameters");
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

  private static void leverage(Ledger ledger, Known fits) {
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

  private void importance(Ledger ledger) {
    Known all = json.at("importance");
    Set<String> parameters = new LinkedHashSet<>();
    all.names().forEach(metric -> parameters.addAll(all.at(metric, "parameters").names()));
    for (String parameter : parameters) {
      List<String> row = new ArrayList<>(List.of(parameter));
      for (String metric : all.names()) {
        Known shares = all.at(metric, "parameters");
        row.add(
            shares.has(parameter)
                ? percent(shares.at(parameter, "share").number())
                    + "("
                    + p(shares.at(parameter, "p").number())
                    + ")"
                : Known.UNKNOWN);
        Known fits = json.at("regressions");
        boolean fitted = fits.has(metric) && fits.at(metric, "parameters").has(parameter);
        row.add(
            fitted
                ? fixed(fits.at(metric, "parameters", parameter, "partial_eta2").number(), 3)
                    + "("
                    + p(fits.at(metric, "parameters", parameter, "p_adjusted").number())
                    + ")"
                : Known.UNKNOWN);
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

  private static void forests(Ledger ledger, Known fits) {
    String accuracy = fits.has("delivered_accuracy") ? "delivered_accuracy" : "val_accuracy";
    for (String name : List.of("power_W", accuracy)) {
      if (fits.has(name) && fits.at(name, "terms").names().size() > 11) {
        ledger.spend(
            "The 10 most significant effects, of %s."
                .formatted(fits.at(name, "terms").names().size() - 1));
      }
    }
  }

  private void pairs(Ledger ledger, String response) {
    Known pairs = json.at("regressions", response, "interactions");
    for (String name : pairs.names()) {
      Known pair = pairs.at(name);
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

  private void comparison(Ledger ledger, String response) {
    Known found = json.at("comparisons", response);
    ledger.spend(
        "Too few runs for a regression (", count(found.at("n").whole(), "run", "runs") + ")");
    Known parameters = found.at("parameters");
    for (String name : parameters.names()) {
      Known test = parameters.at(name);
      ledger.spend(
          name,
          test.at("df").text(),
          fixed(test.at("h").number(), 2),
          p(test.at("p").number()),
          p(test.at("p_adjusted").number()));
    }
  }

  private static void clearPairs(Ledger ledger, Known fits) {
    List<Double> all = new ArrayList<>();
    for (String name : fits.names()) {
      Known pairs = fits.at(name, "interactions");
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

  private void distribution(Ledger ledger, String metric) {
    Known found = json.at("distributions", metric);
    boolean power = metric.equals("power_W");
    Known all = found.at("all");
    List<String> words = new ArrayList<>();
    for (String name : List.of("lowest", "median", "highest", "lower_quartile", "upper_quartile")) {
      double value = all.at(name).number();
      words.add(fixed(power ? value : 100 * value, 1) + (power ? "W" : "%"));
    }
    Known splits = found.at("parameters");
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
