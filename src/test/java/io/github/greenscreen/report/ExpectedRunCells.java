package io.github.greenscreen.report;

import static io.github.greenscreen.report.AnalysisJsonReader.count;
import static io.github.greenscreen.report.AnalysisJsonReader.fixed;
import static io.github.greenscreen.report.AnalysisJsonReader.percent;
import static io.github.greenscreen.report.AnalysisJsonReader.significant;
import static io.github.greenscreen.report.AnalysisJsonReader.time;
import static io.github.greenscreen.report.AnalysisJsonReader.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What the report must say of runs, by {@code analysis.json} alone. */
final class ExpectedRunCells {
  private final ExpectedCells cells;
  private final AnalysisJsonReader json;

  ExpectedRunCells(ExpectedCells cells) {
    this.cells = cells;
    this.json = cells.json;
  }

  void spend(PdfNumberAudit ledger) {
    new ExpectedSummaryCells(cells).spend(ledger);
    recommendation(ledger);
    measures(ledger);
    ranking(ledger, "accuracy");
    ranking(ledger, cells.noun);
    ranking(ledger, "efficiency");
    target(ledger);
    if (json.has("study_tables")) {
      study(ledger);
    }
    curves(ledger);
    new ExpectedClassCells(cells).spend(ledger);
    phases(ledger);
    leftOut(ledger);
  }

  private void phases(PdfNumberAudit ledger) {
    if (cells.actors().stream().anyMatch(run -> run.has("phase_seconds"))) {
      ledger.spend(cells.row("Phase", cells::label));
      for (String phase : List.of("load", "train", "validate", "test")) {
        ledger.spend(cells.row(phase, run -> time(run.at("phase_seconds", phase).number())));
      }
    }
  }

  private void recommendation(PdfNumberAudit ledger) {
    AnalysisJsonReader best = json.at("best");
    ledger.spend("come from the most efficient run, ", best.at("source").text());
    for (String name : best.at("parameters").names()) {
      ledger.spend(name, best.at("parameters", name).text(), best.at("reasons", name).text());
    }
  }

  private void measures(PdfNumberAudit ledger) {
    ledger.spend(cells.row("", cells::label));
    row(ledger, "Validation accuracy, last epoch", r -> percent(r.at("accuracy").number()));
    row(
        ledger,
        "Validation accuracy, best epoch",
        r ->
            percent(r.at("best_val_accuracy").number())
                + " (epoch "
                + r.at("best_epoch").whole()
                + ")");
    row(ledger, "Test accuracy", r -> percent(r.at("test_accuracy").number()));
    row(ledger, "Test F1, mean over classes", r -> significant(r.at("test_f1").number(), 3));
    row(ledger, "Validation F1, mean over classes", r -> significant(r.at("val_f1").number(), 3));
    row(ledger, "Validation calibration error", r -> significant(r.at("val_ece").number(), 3));
    row(ledger, "Test calibration error", r -> significant(r.at("test_ece").number(), 3));
    row(ledger, "Epochs", r -> r.at("epochs").text());
    row(ledger, "Time", r -> time(r.at("seconds").number()));
    row(ledger, "Time up to the best epoch", r -> time(r.at("seconds_to_best_epoch").number()));
    if (cells.energy) {
      row(ledger, "Energy", r -> unit(r.at("energy_Wh").number(), "Wh"));
      row(
          ledger,
          "Energy up to the best epoch",
          r -> unit(r.at("energy_to_best_epoch_Wh").number(), "Wh"));
      row(ledger, "Idle power", r -> unit(r.at("idle_power_W").number(), "W"));
      row(ledger, "Net energy", r -> unit(r.at("energy_net_Wh").number(), "Wh"));
      row(ledger, "Energy per epoch", r -> unit(r.at("energy_per_epoch_Wh").number(), "Wh"));
      row(ledger, "Mean power", r -> unit(r.at("power_W").number(), "W"));
      row(ledger, "CO2e", r -> unit(r.at("co2e_g").number(), "g"));
    }
    row(ledger, "Efficiency", r -> unit(r.at("efficiency").number(), cells.efficiencyUnit));
  }

  private void row(PdfNumberAudit ledger, String head, Function<AnalysisJsonReader, String> cell) {
    boolean known =
        cells.actors().stream()
            .anyMatch(run -> !cell.apply(run).equals(AnalysisJsonReader.UNKNOWN));
    if (known || head.equals("Idle power") || head.equals("Net energy")) {
      ledger.spend(cells.row(head, cell));
    }
  }

  private void ranking(PdfNumberAudit ledger, String name) {
    List<AnalysisJsonReader> places = json.at("rankings", name).all();
    List<AnalysisJsonReader> runs =
        places.subList(0, Math.min(5, places.size())).stream()
            .map(place -> cells.run(ExpectedCells.name(place)))
            .toList();
    int costs = AnalysisJsonReader.column(runs.stream().map(cells::cost).toList(), 4);
    int efficiencies =
        AnalysisJsonReader.column(
            runs.stream().map(run -> run.at("efficiency").number()).toList(), 4);
    for (AnalysisJsonReader run : runs) {
      ledger.spend(
          cells.rank(name, ExpectedCells.name(run)),
          ExpectedCells.name(run),
          fixed(100 * run.at("accuracy").number(), 1),
          fixed(cells.cost(run), costs),
          fixed(run.at("efficiency").number(), efficiencies),
          cells.energy ? fixed(run.at("power_W").number(), 1) : "",
          cells.difference(run));
    }
  }

  private void target(PdfNumberAudit ledger) {
    AnalysisJsonReader target = json.at("target");
    String accuracy = percent(target.at("accuracy").number());
    List<AnalysisJsonReader> all = json.at("rankings", cells.noun + "_to_target").all();
    ledger.spend("By %s to the target of %s".formatted(cells.noun, accuracy));
    ledger.spend(
        "%s of %s reach %s validation accuracy (%s)"
            .formatted(
                all.size(),
                count(cells.runs().size(), "run", "runs"),
                accuracy,
                target.at("origin").text()));
    List<AnalysisJsonReader> places = all.subList(0, Math.min(5, all.size()));
    int decimals =
        AnalysisJsonReader.column(places.stream().map(p -> p.at("value").number()).toList(), 4);
    int costs =
        AnalysisJsonReader.column(
            places.stream().map(p -> cells.cost(cells.run(ExpectedCells.name(p)))).toList(), 4);
    for (AnalysisJsonReader place : places) {
      AnalysisJsonReader run = cells.run(ExpectedCells.name(place));
      ledger.spend(
          ExpectedCells.rank(place),
          ExpectedCells.name(run),
          fixed(place.at("value").number(), decimals),
          run.at("target_epoch").text(),
          fixed(cells.cost(run), costs),
          fixed(100 * run.at("accuracy").number(), 1));
    }
  }

  private void study(PdfNumberAudit ledger) {
    AnalysisJsonReader study = json.at("study_tables");
    ledger.spend(String.join(" ", study.at("what_was_wrong").texts()));
    table(ledger, study.at("accuracy").all(), "accuracy", 100);
    table(ledger, study.at("Wh_per_interval").all(), "energy", 1);
    table(ledger, study.at("ratio").all(), "efficiency", 1);
  }

  private void table(
      PdfNumberAudit ledger, List<AnalysisJsonReader> places, String metric, double scale) {
    int decimals =
        AnalysisJsonReader.column(
            places.stream().map(p -> scale * p.at("value").number()).toList(), 4);
    for (AnalysisJsonReader place : places) {
      AnalysisJsonReader run = cells.run(ExpectedCells.name(place));
      ledger.spend(
          ExpectedCells.rank(place),
          ExpectedCells.name(run),
          fixed(scale * place.at("value").number(), decimals),
          cells.rank(metric, ExpectedCells.name(run)),
          fixed(100 * run.at("accuracy").number(), 1),
          significant(run.at("energy_Wh").number(), 4));
    }
  }

  private void curves(PdfNumberAudit ledger) {
    ledger.spend(cells.row("Parameter", cells::label));
    List<String> names = new ArrayList<>();
    cells
        .actors()
        .forEach(
            run ->
                run.at("parameters").names().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(names::add));
    names.forEach(name -> ledger.spend(cells.row(name, run -> value(run, name))));
    if (cells.runs().size() > 1) {
      cells.varied().forEach(name -> ledger.spend(name, String.join("", scale(name))));
    }
    List<String> actors = cells.actors().stream().map(ExpectedCells::name).toList();
    ledger.spend(actors.size() == 1 ? "Run " : "Runs ", String.join(", ", actors));
  }

  private static String value(AnalysisJsonReader run, String name) {
    String value = ExpectedCells.parameter(run, name);
    return value.isEmpty() ? AnalysisJsonReader.UNKNOWN : value;
  }

  /** Return the values of a parameter as the key of the heat map has them. */
  private List<String> scale(String name) {
    List<String> values =
        cells.runs().stream()
            .filter(run -> Double.isFinite(cells.cost(run)))
            .sorted(Comparator.comparing(ExpectedCells::name))
            .map(run -> ExpectedCells.parameter(run, name))
            .filter(value -> !value.isEmpty())
            .distinct()
            .toList();
    return values.stream().allMatch(value -> value.matches("[0-9.]+(e-?[0-9]+)?"))
        ? values.stream().sorted(Comparator.comparingDouble(Double::parseDouble)).toList()
        : values;
  }

  private void leftOut(PdfNumberAudit ledger) {
    for (AnalysisJsonReader each : json.at("excluded").all()) {
      ledger.spend(ExpectedCells.name(each), "–", "–");
      ledger.spend(each.at("reason").text());
    }
  }
}
