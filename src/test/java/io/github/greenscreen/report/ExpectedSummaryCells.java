package io.github.greenscreen.report;

import static io.github.greenscreen.report.AnalysisJsonReader.count;
import static io.github.greenscreen.report.AnalysisJsonReader.fixed;
import static io.github.greenscreen.report.AnalysisJsonReader.percent;
import static io.github.greenscreen.report.AnalysisJsonReader.significant;
import static io.github.greenscreen.report.AnalysisJsonReader.unit;

import java.util.List;
import java.util.stream.Collectors;

/** What the summary must say, by {@code analysis.json} alone. */
final class ExpectedSummaryCells {
  private final ExpectedCells cells;
  private final AnalysisJsonReader json;

  ExpectedSummaryCells(ExpectedCells cells) {
    this.cells = cells;
    this.json = cells.json;
  }

  void spend(PdfNumberAudit ledger) {
    AnalysisJsonReader best = cells.efficient();
    ledger.spend(
        "The most efficient run is %s: it reached %s validation accuracy with %s in %s (%s)."
            .formatted(
                ExpectedCells.name(best),
                percent(best.at("accuracy").number()),
                cells.amount(cells.cost(best)),
                count(best.at("epochs").whole(), "epoch", "epochs"),
                unit(best.at("efficiency").number(), cells.efficiencyUnit)));
    cells.baseline().ifPresent(base -> against(ledger, best, base));
    AnalysisJsonReader accurate =
        cells.run(ExpectedCells.name(json.at("rankings", "accuracy").all().get(0)));
    AnalysisJsonReader cheap =
        cells.run(ExpectedCells.name(json.at("rankings", cells.noun).all().get(0)));
    ledger.spend(
        "The most accurate run is %s (%s with %s); the one that needed the least %s is %s (%s with %s)."
            .formatted(
                ExpectedCells.name(accurate),
                percent(accurate.at("accuracy").number()),
                cells.amount(cells.cost(accurate)),
                cells.noun,
                ExpectedCells.name(cheap),
                percent(cheap.at("accuracy").number()),
                cells.amount(cells.cost(cheap))));
    cells
        .finalRun()
        .ifPresent(
            run ->
                ledger.spend(
                    "The final run (%s) of the recommended configuration reached %s validation accuracy with %s in %s."
                        .formatted(
                            ExpectedCells.name(run),
                            percent(run.at("accuracy").number()),
                            cells.amount(cells.cost(run)),
                            count(run.at("epochs").whole(), "epoch", "epochs"))));
    carbon(ledger);
    counts(ledger);
    if (!json.at("notes").all().isEmpty()) {
      ledger.spend("Notes. " + String.join(" ", json.at("notes").texts()));
    }
    if (cells.runs().size() > 1) {
      front(ledger);
    }
  }

  private void against(PdfNumberAudit ledger, AnalysisJsonReader best, AnalysisJsonReader base) {
    AnalysisJsonReader change = json.at("against_baseline", "most_efficient");
    if (ExpectedCells.name(best).equals(ExpectedCells.name(base))) {
      return;
    }
    double points = 100 * change.at("accuracy").number();
    double saved = -change.at(cells.costColumn).number();
    double share =
        Math.abs(change.at(cells.energy ? "energy_percent" : "seconds_percent").number());
    ledger.spend(
        "The baseline (run %s) reached %s with %s. So run %s is %s percentage points %s accurate and needs %s (%s %%) %s %s."
            .formatted(
                ExpectedCells.name(base),
                percent(base.at("accuracy").number()),
                cells.amount(cells.cost(base)),
                ExpectedCells.name(best),
                fixed(Math.abs(points), 1),
                points >= 0 ? "more" : "less",
                cells.amount(Math.abs(saved)),
                fixed(share, 0),
                saved >= 0 ? "less" : "more",
                cells.noun));
  }

  private void carbon(PdfNumberAudit ledger) {
    AnalysisJsonReader total = json.at("total");
    int known = total.at("runs_with_energy").whole();
    if (known == 0) {
      return;
    }
    int runs = total.at("runs").whole();
    String whose =
        runs == 1 ? "the one run" : "the " + (known == runs ? "" : known + " of ") + runs + " runs";
    ledger.spend(
        "The energy of %s compared here, %s, corresponds to %s CO2e at %s."
            .formatted(
                whose,
                unit(total.at("energy_Wh").number(), "Wh"),
                unit(total.at("co2e_g").number(), "g"),
                cells.factor()));
    cells
        .finalRun()
        .ifPresent(
            run ->
                ledger.spend(
                    "The final run adds %s CO2e.".formatted(unit(run.at("co2e_g").number(), "g"))));
  }

  private void counts(PdfNumberAudit ledger) {
    int runs = cells.runs().size();
    List<String> states =
        json.at("excluded").all().stream()
            .map(each -> each.at("reason").text().split("[ (]", 2)[0])
            .filter(state -> List.of("failed", "stopped", "interrupted").contains(state))
            .toList();
    String others =
        List.of("stopped", "failed", "interrupted").stream()
            .filter(states::contains)
            .map(state -> ", " + states.stream().filter(state::equals).count() + " " + state)
            .collect(Collectors.joining());
    ledger.spend(
        "This report covers %s of %s of baseline and sweep (%s completed%s)."
            .formatted(runs, count(runs + states.size(), "run", "runs"), runs, others));
  }

  private void front(PdfNumberAudit ledger) {
    AnalysisJsonReader frontier = json.at("frontier");
    int runs = json.at("pareto").all().size();
    ledger.spend(
        "than %s on it (hypervolume %s %%%s)%s."
            .formatted(
                runs == 1 ? "the one run" : "one of the " + runs + " runs",
                significant(frontier.at("hypervolume").number(), 4),
                cells.unit,
                frontier.has("knee")
                    ? "; its knee is run "
                        + frontier.at("knee").text()
                        + ", beyond which more accuracy costs more"
                    : ""));
  }
}
