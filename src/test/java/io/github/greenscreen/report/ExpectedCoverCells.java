package io.github.greenscreen.report;

import static io.github.greenscreen.report.AnalysisJsonReader.fixed;
import static io.github.greenscreen.report.AnalysisJsonReader.time;
import static io.github.greenscreen.report.AnalysisJsonReader.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the first page must say, by {@code analysis.json} alone. */
final class ExpectedCoverCells {
  private final ExpectedCells cells;
  private final AnalysisJsonReader json;
  private final AnalysisJsonReader best;
  private final AnalysisJsonReader source;
  private final boolean recommended;
  private final boolean finalCounts;

  ExpectedCoverCells(ExpectedCells cells) {
    this.cells = cells;
    this.json = cells.json;
    this.best = json.at("best");
    this.source = cells.run(best.at("source").text());
    AnalysisJsonReader wanted = best.at("parameters");
    this.recommended =
        wanted.names().stream()
            .allMatch(name -> ExpectedCells.parameter(source, name).equals(wanted.at(name).text()));
    this.finalCounts =
        cells.finalRun().isPresent()
            && cells.baseline().isPresent()
            && epochs(cells.finalRun().get()) == epochs(cells.baseline().get());
  }

  private static int epochs(AnalysisJsonReader run) {
    return run.at("epochs").whole();
  }

  void spend(PdfNumberAudit ledger) {
    String decisive =
        best.at("decisive").texts().stream()
            .map(name -> name + best.at("parameters", name).text())
            .collect(Collectors.joining(","));
    ledger.spend(
        decisive.isEmpty()
            ? "No parameter has a clear effect on the %s, so use the values of run %s."
                .formatted(cells.noun, ExpectedCells.name(source))
            : ("Use %s; these settings drive the %s. For all other parameters, use the values "
                    + "of run %s.")
                .formatted(decisive, cells.noun, ExpectedCells.name(source)));
    for (String figure : List.of("Energy", "CO2e", "Time", "Accuracy")) {
      tile(ledger, figure);
    }
    parameters(ledger);
    comparison(ledger);
    doubts(ledger);
  }

  private double value(AnalysisJsonReader run, String figure) {
    return switch (figure) {
      case "Energy" -> run.at("energy_Wh").number();
      case "CO2e" -> run.at("co2e_g").number();
      case "Time" -> run.at("seconds").number();
      default -> 100 * run.at("accuracy").number();
    };
  }

  /** Return value, lower and upper end of what the regression expects. */
  private Optional<double[]> expected(String figure) {
    String key = figure.equals("Accuracy") ? "predicted_accuracy" : "predicted";
    String of = cells.energy ? "Energy" : "Time";
    boolean there =
        figure.equals("Accuracy") || figure.equals(of) || (figure.equals("CO2e") && cells.energy);
    if (!there || !best.has(key)) {
      return Optional.empty();
    }
    AnalysisJsonReader found = best.at(key);
    double factor =
        switch (figure) {
          case "Accuracy" -> 100;
          case "CO2e" ->
              json.at("carbon", "grams_per_kWh").number()
                  * json.at("carbon", "pue").number()
                  / 1000;
          default -> 1;
        };
    return Optional.of(
        new double[] {
          factor * found.at("value").number(),
          factor * found.at("low").number(),
          factor * found.at("high").number()
        });
  }

  /** Return the figure on top, and what it is from. */
  private AnalysisJsonReader evidenceRun() {
    return finalCounts ? cells.finalRun().orElseThrow() : source;
  }

  private boolean isExpected(String figure) {
    return !finalCounts && !recommended && expected(figure).isPresent();
  }

  private double top(String figure) {
    return isExpected(figure) ? expected(figure).orElseThrow()[0] : value(evidenceRun(), figure);
  }

  private double scale(String figure) {
    List<Double> all = new ArrayList<>(List.of(top(figure), value(source, figure)));
    cells.baseline().ifPresent(run -> all.add(value(run, figure)));
    cells.finalRun().ifPresent(run -> all.add(value(run, figure)));
    return all.stream().filter(Double::isFinite).mapToDouble(Math::abs).max().orElse(0);
  }

  private String spelled(String figure, double value) {
    return switch (figure) {
      case "Energy" -> unit(value, "Wh", scale(figure));
      case "CO2e" -> unit(value, "g", scale(figure));
      case "Time" -> time(value);
      default -> Double.isFinite(value) ? fixed(value, 1) + "%" : AnalysisJsonReader.UNKNOWN;
    };
  }

  private void tile(PdfNumberAudit ledger, String figure) {
    double base = cells.baseline().map(run -> value(run, figure)).orElse(Double.NaN);
    double change = top(figure) - base;
    String origin =
        isExpected(figure)
            ? "expected"
            : (finalCounts ? "final run " : "run ") + ExpectedCells.name(evidenceRun());
    boolean same =
        !finalCounts
            && recommended
            && cells
                .baseline()
                .filter(run -> ExpectedCells.name(run).equals(ExpectedCells.name(source)))
                .isPresent();
    if (same) {
      ledger.spend(figure, spelled(figure, base), "the baseline itself");
    } else if (Double.isFinite(change)) {
      String text =
          figure.equals("Accuracy") ? fixed(change, 1) + "points" : spelled(figure, change);
      ledger.spend(
          figure,
          change > 0 ? "+" + text : text,
          "%s instead of %s (%s)"
              .formatted(spelled(figure, top(figure)), spelled(figure, base), origin));
    } else {
      ledger.spend(
          figure,
          spelled(figure, top(figure)),
          Double.isFinite(top(figure)) ? origin + ", no comparison" : "no comparison");
    }
  }

  private void parameters(PdfNumberAudit ledger) {
    List<String> names = best.at("parameters").names();
    int half = (names.size() + 1) / 2;
    List<String> row = new ArrayList<>();
    for (int i = 0; i < half; i++) {
      for (int k : new int[] {i, half + i}) {
        if (k < names.size()) {
          row.add(names.get(k));
          row.add(best.at("parameters", names.get(k)).text());
        }
      }
    }
    ledger.spend(row.toArray(String[]::new));
  }

  private void comparison(PdfNumberAudit ledger) {
    List<String> head = new ArrayList<>();
    cells.baseline().ifPresent(run -> head.add("Baseline (" + ExpectedCells.name(run) + ")"));
    head.add(
        "Run "
            + ExpectedCells.name(source)
            + (recommended ? ", this configuration" : ", the nearest"));
    head.add("Expected (95 % prediction interval)");
    cells
        .finalRun()
        .ifPresent(
            run ->
                head.add(
                    "Final run (%s), %s"
                        .formatted(
                            ExpectedCells.name(run),
                            AnalysisJsonReader.count(epochs(run), "epoch", "epochs"))));
    ledger.spend(head.toArray(String[]::new));
    for (String figure : List.of("Energy", "CO2e", "Time", "Accuracy")) {
      List<String> row = new ArrayList<>(List.of(figure));
      cells.baseline().ifPresent(run -> row.add(spelled(figure, value(run, figure))));
      row.add(spelled(figure, value(source, figure)));
      row.add(
          expected(figure)
              .map(found -> spelled(figure, found[0]) + "(" + interval(figure, found) + ")")
              .orElse(AnalysisJsonReader.UNKNOWN));
      cells.finalRun().ifPresent(run -> row.add(spelled(figure, value(run, figure))));
      ledger.spend(row.toArray(String[]::new));
    }
  }

  private String interval(String figure, double[] found) {
    return spelled(figure, found[1]) + " to " + spelled(figure, found[2]);
  }

  private void doubts(PdfNumberAudit ledger) {
    if (!finalCounts) {
      ledger.spend(
          recommended ? "measured by run " : "or those of run ", ExpectedCells.name(source));
    }
    String figure = cells.energy ? "Energy" : "Time";
    expected(figure)
        .ifPresent(
            found ->
                ledger.spend(
                    "One more run is expected to need ",
                    interval(figure, found),
                    cells
                        .baseline()
                        .map(
                            run ->
                                " (95 % prediction interval); the baseline’s "
                                    + spelled(figure, value(run, figure)))
                        .orElse(" (95 % prediction interval).")));
    AnalysisJsonReader sure = best.at("confidence");
    String whose = sure.at("draws").whole() > 0 ? "its " : "the best measured ";
    if (sure.at("low").isNull()) {
      ledger.spend(
          whose + cells.noun + " is ",
          sureAmount(sure, "value"),
          " (" + sure.at("method").text() + ").");
    } else {
      ledger.spend(
          whose + cells.noun + " is ",
          sureAmount(sure, "value"),
          ", 95 % interval " + sureAmount(sure, "low") + " to " + sureAmount(sure, "high"),
          " (" + sure.at("method").text() + ").");
    }
    List<String> rivals = sure.at("indistinguishable").texts();
    if (!rivals.isEmpty()) {
      ledger.spend(
          "The configurations of %s of %s cannot be told apart from it: %s%s."
              .formatted(
                  rivals.size(),
                  AnalysisJsonReader.count(cells.runs().size(), "run", "runs"),
                  rivals.stream().limit(12).collect(Collectors.joining(", ")),
                  rivals.size() > 12 ? " and " + (rivals.size() - 12) + " more" : ""));
    }
    best.at("remarks").texts().forEach(ledger::spend);
    if (json.has("final_run")) {
      ledger.spend(json.at("final_run", "sentence").text());
    }
  }

  private String sureAmount(AnalysisJsonReader sure, String name) {
    return unit(sure.at(name).number(), cells.unit);
  }
}
