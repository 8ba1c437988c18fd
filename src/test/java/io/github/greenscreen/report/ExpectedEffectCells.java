package io.github.greenscreen.report;

import static io.github.greenscreen.report.AnalysisJsonReader.count;
import static io.github.greenscreen.report.AnalysisJsonReader.equation;
import static io.github.greenscreen.report.AnalysisJsonReader.fixed;
import static io.github.greenscreen.report.AnalysisJsonReader.p;
import static io.github.greenscreen.report.AnalysisJsonReader.significant;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the report must say of effects, by {@code analysis.json} alone. */
final class ExpectedEffectCells {
  private final ExpectedCells cells;

  ExpectedEffectCells(ExpectedCells cells) {
    this.cells = cells;
  }

  void spend(PdfNumberAudit ledger) {
    AnalysisJsonReader fits = cells.json.at("regressions");
    if (fits.has(cells.costColumn)) {
      whatMatters(ledger, fits.at(cells.costColumn));
    }
    for (String name : List.of("energy_Wh", "seconds", "power_W")) {
      if (fits.has(name)) {
        effects(ledger, fits.at(name), name.equals("seconds") ? "s" : name.replaceAll(".*_", ""));
      }
    }
  }

  private void whatMatters(PdfNumberAudit ledger, AnalysisJsonReader fit) {
    AnalysisJsonReader parameters = fit.at("parameters");
    String clear =
        parameters.names().stream()
            .filter(name -> parameters.at(name, "p_adjusted").number() < 0.1)
            .sorted(Comparator.comparingDouble(name -> parameters.at(name, "p_adjusted").number()))
            .map(
                name ->
                    "%s (p %s)"
                        .formatted(name, equation(parameters.at(name, "p_adjusted").number())))
            .collect(Collectors.joining(", "));
    ledger.spend(
        clear.isEmpty() ? "" : "What matters for " + cells.noun + ": " + clear + ".",
        "The regression explains %s %% of the variance."
            .formatted(fixed(100 * fit.at("r2").number(), 0)));
  }

  private static void effects(PdfNumberAudit ledger, AnalysisJsonReader fit, String unit) {
    ledger.spend(
        "%s, %s residual degrees of freedom; R² = %s, adjusted R² = %s; F = %s, p %s; residual standard error %s %s."
            .formatted(
                count(fit.at("n").whole(), "run", "runs"),
                fit.at("df_residual").whole(),
                fixed(fit.at("r2").number(), 3),
                fixed(fit.at("adjusted_r2").number(), 3),
                significant(fit.at("f").number(), 4),
                equation(fit.at("p").number()),
                significant(fit.at("sigma").number(), 4),
                unit));
    AnalysisJsonReader parameters = fit.at("parameters");
    for (String name : parameters.names()) {
      AnalysisJsonReader test = parameters.at(name);
      ledger.spend(
          name,
          test.at("df").text(),
          fixed(test.at("f").number(), 2),
          p(test.at("p").number()),
          p(test.at("p_adjusted").number()),
          fixed(test.at("partial_eta2").number(), 3));
    }
    terms(ledger, fit.at("terms"));
    if (!fit.at("aliased").texts().isEmpty()) {
      ledger.spend(
          "cannot tell them apart from other values: ",
          String.join(", ", fit.at("aliased").texts()),
          ".");
    }
  }

  private static void terms(PdfNumberAudit ledger, AnalysisJsonReader terms) {
    int estimates = decimals(terms, "estimate");
    int errors = decimals(terms, "std_error");
    List<Double> robust =
        terms.names().stream().map(name -> terms.at(name, "hc3", "std_error").number()).toList();
    for (String name : terms.names()) {
      AnalysisJsonReader term = terms.at(name);
      String[] parts = name.split("=", 2);
      boolean intercept = parts.length == 1;
      double largest =
          terms.names().stream()
              .mapToDouble(each -> Math.abs(terms.at(each, "estimate").number()))
              .max()
              .orElse(0);
      int ends =
          AnalysisJsonReader.column(
              List.of(term.at("low").number(), term.at("high").number(), largest), 4);
      ledger.spend(
          intercept ? "Intercept" : parts[0],
          intercept ? "all at the baseline" : parts[1],
          fixed(term.at("estimate").number(), estimates),
          fixed(term.at("low").number(), ends) + " to " + fixed(term.at("high").number(), ends),
          fixed(term.at("std_error").number(), errors),
          fixed(term.at("t").number(), 2),
          p(term.at("p").number()),
          fixed(term.at("hc3", "std_error").number(), AnalysisJsonReader.column(robust, 4)),
          p(term.at("hc3", "p").number()));
    }
  }

  private static int decimals(AnalysisJsonReader terms, String field) {
    return AnalysisJsonReader.column(
        terms.names().stream().map(name -> terms.at(name, field).number()).toList(), 4);
  }
}
