package io.github.greenscreen.report.text;

import io.github.greenscreen.analysis.metrics.CarbonFootprint;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.HighlightedRun;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ResponseLabel;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Summarises the report in a few plain sentences. */
public final class ExecutiveSummary {
  /** Adjusted p value below which a parameter is called relevant. */
  public static final double LEVEL = 0.1;

  private final ReportContext context;
  private final CostText costs;

  public ExecutiveSummary(ReportContext context) {
    this.context = context;
    this.costs = new CostText(context.cost());
  }

  /** Return paragraphs of one to three sentences each, the most important first. */
  public List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(efficient());
    rivals().ifPresent(paragraphs::add);
    paragraphs.add(finalRun());
    carbon().ifPresent(paragraphs::add);
    whatMatters().ifPresent(paragraphs::add);
    paragraphs.add(counts());
    energyMissing().ifPresent(paragraphs::add);
    return paragraphs;
  }

  /** Explain why runs are ranked by time; if no meter answered, the notes explain it. */
  private Optional<String> energyMissing() {
    MissingEnergyText words = new MissingEnergyText(context);
    if (context.cost() != Cost.TIME || words.advice().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        words.missing() + " So runs are ranked by seconds, not by energy." + words.advice());
  }

  private String efficient() {
    Optional<HighlightedRun> found = context.highlighted().efficient();
    if (found.isEmpty()) {
      return "No completed run has both an accuracy and "
          + (context.cost() == Cost.ENERGY ? "an energy" : "a duration")
          + ", so none can be called the most efficient.";
    }
    RunMetrics run = found.get().metrics();
    String first =
        "The most efficient run is %s: it reached %s validation accuracy with %s in %s (%s)."
            .formatted(
                run.name(),
                ReportNumberFormat.percent(run.accuracy()),
                costs.of(run),
                ReportNumberFormat.count(run.epochs(), "epoch", "epochs"),
                PowerSourceLabel.with(
                    ReportNumberFormat.quantity(run.efficiency(), context.cost().efficiencyUnit()),
                    run.mark()));
    return context
        .highlighted()
        .baseline()
        .map(base -> first + " " + costs.against(run, base.metrics()))
        .orElseGet(
            () -> first + context.stoppedBaseline().map(ExecutiveSummary::noBaseline).orElse(""));
  }

  private static String noBaseline(RunRecord baseline) {
    return " There is no baseline to compare with: run %s was stopped (%s)."
        .formatted(baseline.name(), baseline.status().reason());
  }

  private Optional<String> rivals() {
    if (context.analysis().byAccuracy().isEmpty() || context.analysis().byCost().isEmpty()) {
      return Optional.empty();
    }
    RunMetrics accurate = context.analysis().byAccuracy().get(0);
    RunMetrics cheap = context.analysis().byCost().get(0);
    return Optional.of(
        "The most accurate run is %s (%s with %s); the one that needed the least %s is %s (%s with %s)."
            .formatted(
                accurate.name(),
                ReportNumberFormat.percent(accurate.accuracy()),
                costs.inside(accurate),
                context.cost().noun(),
                cheap.name(),
                ReportNumberFormat.percent(cheap.accuracy()),
                costs.inside(cheap)));
  }

  private String finalRun() {
    if (context.analysis().best().isEmpty()) {
      return "No configuration can be recommended from these runs.";
    }
    return context
        .highlighted()
        .finalRun()
        .map(
            run ->
                "The final run (%s) of the recommended configuration reached %s with %s in %s."
                    .formatted(
                        run.name(),
                        accuracy(run.metrics()),
                        costs.of(run.metrics()),
                        ReportNumberFormat.count(run.metrics().epochs(), "epoch", "epochs")))
        .or(() -> context.stoppedFinal().map(ExecutiveSummary::stopped))
        .orElse(
            "The recommended configuration has not been trained as a final run yet; run "
                + "“greenscreen final”.");
  }

  /** Return the test accuracy of a run that was trained on the validation images too. */
  private static String accuracy(RunMetrics run) {
    return Double.isNaN(run.accuracy()) && !Double.isNaN(run.testAccuracy())
        ? ReportNumberFormat.percent(run.testAccuracy()) + " test accuracy"
        : ReportNumberFormat.percent(run.accuracy()) + " validation accuracy";
  }

  /** State that the final run has no result. */
  public static String stopped(RunRecord run) {
    return "The final run (%s) of the recommended configuration was stopped (%s) and has no result."
        .formatted(run.name(), run.status().reason());
  }

  /** Describe the greenhouse gas emissions of the energy; empty if no energy is known. */
  private Optional<String> carbon() {
    CarbonFootprint all = context.analysis().footprint();
    if (!all.isKnown()) {
      return Optional.empty();
    }
    String sweep =
        "The energy of %s compared here, %s, corresponds to %s CO2e at %s."
            .formatted(
                all.known() == 1 && all.runs() == 1 ? "the one run" : "the " + all.whose(),
                PowerSourceLabel.beside(
                    ReportNumberFormat.quantity(all.energyWh(), "Wh"), context.analysis().mark()),
                ReportNumberFormat.mass(all.co2eGrams()),
                context.analysis().carbon().factor());
    return Optional.of(sweep + context.highlighted().finalRun().map(this::finalCarbon).orElse(""));
  }

  private String finalCarbon(HighlightedRun run) {
    double grams = context.analysis().carbon().grams(run.metrics().energyWh());
    return Double.isFinite(grams)
        ? " The final run adds %s."
            .formatted(
                PowerSourceLabel.beside(
                    ReportNumberFormat.mass(grams) + " CO2e", run.metrics().mark()))
        : "";
  }

  private Optional<String> whatMatters() {
    return context.analysis().regressions().stream()
        .filter(ResponseLabel::isTold)
        .findFirst()
        .map(this::whatMatters);
  }

  private String whatMatters(Regression regression) {
    String noun = ResponseLabel.of(regression).noun();
    String response =
        ResponseLabel.of(regression).isOfPower() ? context.comparableCostLabel() : noun;
    List<ParameterTest> tests =
        regression.tests().stream()
            .filter(test -> test.adjustedP() < LEVEL)
            .sorted(Comparator.comparingDouble(ParameterTest::adjustedP))
            .toList();
    String explained =
        " The regression explains %s %% of the variance."
            .formatted(ReportNumberFormat.fixed(100 * regression.rSquared(), 0));
    if (tests.isEmpty()) {
      return "No parameter has a significant effect on %s.".formatted(response) + explained;
    }
    String list =
        tests.stream()
            .map(test -> test.parameter() + " (p " + equation(test.adjustedP()) + ")")
            .collect(Collectors.joining(", "));
    return "What matters for %s: %s.".formatted(response, list) + explained;
  }

  /** Return {@code = 0.012} or {@code < 0.001}. */
  public static String equation(double p) {
    String text = ReportNumberFormat.p(p);
    return text.startsWith("<") ? "< " + text.substring(1) : "= " + text;
  }

  private String counts() {
    List<RunRecord> runs = context.sweep();
    String states =
        Arrays.stream(RunState.values())
            .map(state -> count(runs, state))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return "This report covers %s of %s of baseline and sweep%s."
        .formatted(
            context.analysis().runs().size(),
            ReportNumberFormat.count(runs.size(), "run", "runs"),
            states.isEmpty() ? "" : " (" + states + ")");
  }

  private static String count(List<RunRecord> runs, RunState state) {
    long count = runs.stream().filter(run -> run.status().state() == state).count();
    return count == 0 ? "" : count + " " + state.name().toLowerCase(Locale.ROOT);
  }
}
