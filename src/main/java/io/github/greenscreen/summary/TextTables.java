package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.BestConfiguration;
import io.github.greenscreen.analysis.Cost;
import io.github.greenscreen.analysis.Footprint;
import io.github.greenscreen.analysis.Regression;
import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.analysis.SourceMark;
import io.github.greenscreen.console.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An analysis as plain text for a terminal; no colours, ASCII but for the names of users. */
public final class TextTables {
  private TextTables() {}

  /**
   * Return everything: rankings, CO2e, regressions, importance of parameters, the best
   * configuration, what was left out, notes.
   */
  public static String all(AnalysisResult result) {
    List<String> sections = new ArrayList<>();
    sections.add(rankings(result));
    sections.add(carbon(result));
    String mark = result.basis().source().mark();
    result.regressions().forEach(fit -> sections.add(regression(fit, mark)));
    sections.add(ImportanceTable.text(result));
    result.best().ifPresent(best -> sections.add(best(best)));
    sections.add(list("Left out", result.excluded()));
    sections.add(list("Notes", result.notes()));
    return sections.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
  }

  /** Return the three rankings; empty where no run is ranked. */
  public static String rankings(AnalysisResult result) {
    Set<String> varying = varying(result.runs());
    Cost cost = result.cost();
    List<String> parts = new ArrayList<>();
    parts.add(ranking("Best runs by accuracy", result.byAccuracy(), result, varying));
    parts.add(
        ranking(
            SourceMark.beside("Best runs by " + cost.noun(), SourceMark.of(result.byCost())),
            result.byCost(),
            result,
            varying));
    parts.add(
        ranking(
            "Best runs by efficiency (accuracy in percent per "
                + SourceMark.with(cost.unit(), SourceMark.of(result.byEfficiency()))
                + ")",
            result.byEfficiency(),
            result,
            varying));
    parts.removeIf(String::isEmpty);
    if (!parts.isEmpty() && hasIntervals(result.runs())) {
      parts.add(
          "Wh per interval is what the study reported: power x seconds / 3600 of every row of the log,"
              + " averaged;\nenergy Wh is the total.\n");
    }
    if (!parts.isEmpty() && !varying.isEmpty()) {
      parts.add("Values: " + String.join(", ", varying) + "\n");
    }
    return String.join("\n", parts);
  }

  /** Return greenhouse gas of all runs with its factor; empty where no run has energy. */
  public static String carbon(AnalysisResult result) {
    Footprint all = result.footprint();
    return all.isKnown()
        ? "CO2e of %s: %s for %s, at %s\n"
            .formatted(
                all.whose(),
                Figures.mass(all.co2eGrams()),
                SourceMark.beside(Figures.quantity(all.energyWh()) + " Wh", result.mark()),
                result.carbon().factor())
        : "";
  }

  /**
   * Return one regression: its model, its parameters and its coefficients.
   *
   * @param mark what must stand beside its response, empty where that was measured
   */
  public static String regression(Regression fit, String mark) {
    TextTable tests = new TextTable("parameter", ">df", ">F", ">p", ">adjusted p", ">partial eta2");
    for (Regression.ParameterTest test : fit.tests()) {
      tests.row(
          test.parameter(),
          Integer.toString(test.degreesOfFreedom()),
          Figures.quantity(test.f()),
          Figures.probability(test.p()),
          Figures.probability(test.adjustedP()),
          Figures.quantity(test.partialEtaSquared()));
    }
    TextTable terms =
        new TextTable("parameter", "value", ">estimate", ">std error", ">t", ">p", ">low", ">high");
    for (Regression.Term term : fit.terms()) {
      terms.row(
          term.parameter(),
          term.value(),
          Figures.quantity(term.estimate()),
          Figures.quantity(term.standardError()),
          Figures.quantity(term.t()),
          Figures.probability(term.p()),
          Figures.quantity(term.low()),
          Figures.quantity(term.high()));
    }
    return heading(fit, mark) + "\n" + tests + "\n" + terms;
  }

  /** Return the recommended configuration with the reason of every value. */
  public static String best(BestConfiguration best) {
    TextTable table = new TextTable("parameter", "value", "why");
    best.choices()
        .forEach(choice -> table.row(choice.parameter(), choice.value(), choice.reason()));
    return "Best configuration\n" + table;
  }

  private static String heading(Regression fit, String mark) {
    return String.format(
        Locale.ROOT,
        "Regression of %s: %d runs, R2 %s (adjusted %s), residual standard error %s,"
            + " F(%d, %d) = %s, p = %s\n",
        SourceMark.beside(fit.response(), mark),
        fit.runs(),
        Figures.quantity(fit.rSquared()),
        Figures.quantity(fit.adjustedRSquared()),
        Figures.quantity(fit.residualStandardError()),
        fit.runs() - fit.residualDegreesOfFreedom() - 1,
        fit.residualDegreesOfFreedom(),
        Figures.quantity(fit.fStatistic()),
        Figures.probability(fit.pValue()));
  }

  private static String ranking(
      String title, List<RunMetrics> runs, AnalysisResult result, Set<String> varying) {
    if (runs.isEmpty()) {
      return "";
    }
    boolean intervals = hasIntervals(result.runs());
    List<String> header = new ArrayList<>(List.of("run", ">accuracy %", ">energy Wh", ">CO2e g"));
    header.addAll(intervals ? List.of(">Wh per interval") : List.of());
    header.add(">power W");
    header.addAll(result.mark().isEmpty() ? List.of() : List.of("source"));
    header.addAll(List.of(">time s", ">" + result.cost().efficiencyUnit(), "values"));
    String[] heads = header.toArray(String[]::new);
    TextTable table = new TextTable(heads);
    runs.forEach(run -> table.row((Object[]) cells(run, result, varying)));
    return title + "\n" + table;
  }

  private static String[] cells(RunMetrics run, AnalysisResult result, Set<String> varying) {
    boolean intervals = hasIntervals(result.runs());
    List<String> cells = new ArrayList<>();
    cells.add(run.name());
    cells.add(Figures.percent(run.accuracy()));
    cells.add(Figures.quantity(run.energyWh()));
    cells.add(Figures.quantity(result.carbon().grams(run.energyWh())));
    cells.addAll(intervals ? List.of(Figures.quantity(run.whPerInterval())) : List.of());
    cells.add(Figures.quantity(run.powerW()));
    cells.addAll(result.mark().isEmpty() ? List.of() : List.of(source(run)));
    cells.add(Figures.quantity(run.seconds()));
    cells.add(Figures.quantity(run.efficiency()));
    cells.add(values(run, varying));
    return cells.toArray(String[]::new);
  }

  private static String source(RunMetrics run) {
    return run.hasEnergy() ? run.powerSource().words() : Figures.MISSING;
  }

  /** Tell whether a run has the figure of the study, which only its own kind of log has. */
  private static boolean hasIntervals(List<RunMetrics> runs) {
    return runs.stream().anyMatch(run -> Double.isFinite(run.whPerInterval()));
  }

  private static String values(RunMetrics run, Set<String> parameters) {
    return parameters.stream()
        .map(name -> run.configuration().find(name).orElse("-"))
        .collect(Collectors.joining(", "));
  }

  /** Return the parameters that have more than one value over all runs. */
  private static Set<String> varying(List<RunMetrics> runs) {
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(run.configuration().values().keySet()));
    names.removeIf(
        name -> runs.stream().map(run -> run.configuration().find(name)).distinct().count() < 2);
    return names;
  }

  private static String list(String title, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : title
            + "\n"
            + lines.stream().map(line -> "- " + line + "\n").collect(Collectors.joining());
  }
}
