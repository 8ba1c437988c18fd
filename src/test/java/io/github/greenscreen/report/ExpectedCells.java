package io.github.greenscreen.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What several parts of the report need of {@code analysis.json}: runs and who they are. */
final class ExpectedCells {
  final AnalysisJsonReader json;
  final boolean energy;
  final String noun;
  final String costColumn;
  final String unit;
  final String efficiencyUnit;

  ExpectedCells(AnalysisJsonReader json) {
    this.json = json;
    this.energy = json.at("cost").text().equals("energy_Wh");
    this.noun = energy ? "energy" : "time";
    this.costColumn = energy ? "energy_Wh" : "seconds";
    this.unit = energy ? "Wh" : "s";
    this.efficiencyUnit = energy ? "%/Wh" : "%/s";
  }

  List<AnalysisJsonReader> runs() {
    return json.at("runs").all();
  }

  AnalysisJsonReader run(String name) {
    Optional<AnalysisJsonReader> last = finalRun();
    return last.filter(run -> name(run).equals(name)).orElseGet(() -> json.at("runs").run(name));
  }

  static String name(AnalysisJsonReader run) {
    return run.at("run").text();
  }

  double cost(AnalysisJsonReader run) {
    return run.at(costColumn).number();
  }

  String amount(double cost) {
    return energy ? AnalysisJsonReader.unit(cost, "Wh") : AnalysisJsonReader.time(cost);
  }

  Optional<AnalysisJsonReader> baseline() {
    return json.has("against_baseline")
        ? Optional.of(run(json.at("against_baseline", "baseline").text()))
        : Optional.empty();
  }

  Optional<AnalysisJsonReader> finalRun() {
    return json.has("final_run_metrics")
        ? Optional.of(json.at("final_run_metrics"))
        : Optional.empty();
  }

  AnalysisJsonReader efficient() {
    return run(name(json.at("rankings", "efficiency").all().get(0)));
  }

  /** Return those who play a part, with what they are called. */
  List<AnalysisJsonReader> actors() {
    List<AnalysisJsonReader> actors = new ArrayList<>();
    baseline().filter(run -> !name(run).equals(name(efficient()))).ifPresent(actors::add);
    actors.add(efficient());
    finalRun().ifPresent(actors::add);
    return actors;
  }

  String label(AnalysisJsonReader run) {
    String name = name(run);
    String part =
        finalRun().filter(last -> name(last).equals(name)).isPresent()
            ? "Final run"
            : name(efficient()).equals(name) ? "Most efficient" : "Baseline";
    return part + " (" + name + ")";
  }

  String[] row(String head, Function<AnalysisJsonReader, String> cell) {
    List<String> row = new ArrayList<>(List.of(head));
    actors().forEach(run -> row.add(cell.apply(run)));
    return row.toArray(String[]::new);
  }

  static String parameter(AnalysisJsonReader run, String name) {
    AnalysisJsonReader all = run.at("parameters");
    return all.has(name) ? all.at(name).text() : "";
  }

  /** Return parameters in which runs differ; all but the seed where there is one run. */
  List<String> varied() {
    Set<String> names = new LinkedHashSet<>();
    runs().forEach(run -> names.addAll(run.at("parameters").names()));
    names.remove("seed");
    return names.stream()
        .filter(
            name ->
                runs().size() == 1
                    || runs().stream().map(run -> parameter(run, name)).distinct().count() > 1)
        .toList();
  }

  String difference(AnalysisJsonReader run) {
    Optional<AnalysisJsonReader> base = baseline();
    if (base.filter(b -> name(b).equals(name(run))).isPresent()) {
      return "the baseline";
    }
    List<String> parts = new ArrayList<>();
    for (String name : varied()) {
      String value = parameter(run, name);
      if (base.isEmpty() || !Objects.equals(value, parameter(base.get(), name))) {
        parts.add(name + " " + value);
      }
    }
    return String.join(", ", parts);
  }

  String rank(String ranking, String run) {
    return json.at("rankings", ranking).all().stream()
        .filter(place -> name(place).equals(run))
        .map(ExpectedCells::rank)
        .findFirst()
        .orElse("");
  }

  static String rank(AnalysisJsonReader place) {
    return place.at("rank").whole() + (place.at("tied").truth() ? "=" : "");
  }

  String factor() {
    AnalysisJsonReader carbon = json.at("carbon");
    String grams =
        BigDecimal.valueOf(carbon.at("grams_per_kWh").number())
            .stripTrailingZeros()
            .toPlainString();
    return "%s gCO2e/kWh (%s), PUE %s"
        .formatted(grams, carbon.at("origin").text(), carbon.at("pue").number());
  }
}
