package io.github.greenscreen.report;

import io.github.greenscreen.analysis.BestConfiguration;
import io.github.greenscreen.analysis.BestConfiguration.Choice;
import io.github.greenscreen.analysis.Carbon;
import io.github.greenscreen.analysis.Cost;
import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.analysis.SourceMark;
import io.github.greenscreen.report.Grid.Column;
import io.github.greenscreen.report.Grid.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The configuration to use, why, and what the final run made of it. */
final class RecommendationSection {
  private static final String NO_FINAL_RUN =
      "There is no final run yet. Train the recommended configuration with "
          + "“greenscreen final”, then write this report again with “greenscreen report”.";

  private final Story story;

  RecommendationSection(Story story) {
    this.story = story;
  }

  void write(Sheet sheet) {
    sheet.section("Recommended configuration");
    story
        .analysis()
        .best()
        .ifPresentOrElse(
            best -> choices(sheet, best),
            () ->
                sheet.paragraph(
                    "These runs do not allow a recommendation; the notes of the summary say why."));
    sheet.subsection(story.castMark().isEmpty() ? "What was measured" : "What was found");
    if (story.cast().finalRun().isEmpty() && story.analysis().best().isPresent()) {
      sheet.lead(story.stoppedFinal().map(Summary::stopped).orElse(NO_FINAL_RUN));
    }
    if (!story.cast().all().isEmpty()) {
      sheet.block(measures(sheet.type()).table());
    }
  }

  private void choices(Sheet sheet, BestConfiguration best) {
    sheet.lead(
        "Where the regression finds that a parameter matters for %s (adjusted p below 0.1), the value with the lowest coefficient is taken; the others come from the most efficient %srun, %s. Decisive parameters are in bold."
            .formatted(story.basisNoun(), story.analysis().basis().adjective(), best.source()));
    Grid grid =
        new Grid(
            sheet.type(),
            List.of(
                Column.words("Parameter", 2.2f),
                Column.words("Value", 2.2f),
                Column.words("Why", 7)));
    for (Choice choice : best.choices()) {
      Tone tone = choice.decisive() ? Tone.STRONG : Tone.PLAIN;
      grid.row(
          List.of(
              new Grid.Cell(choice.parameter(), tone),
              new Grid.Cell(choice.value(), tone),
              new Grid.Cell(choice.reason(), Tone.QUIET)));
    }
    sheet.table(grid.table());
  }

  private Grid measures(Typography type) {
    List<Actor> actors = story.cast().all();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("", 3));
    actors.forEach(actor -> columns.add(Column.number(actor.label(), 2)));
    Grid grid = new Grid(type, columns);
    measure(grid, "Validation accuracy, last epoch", run -> Numbers.percent(run.accuracy()));
    measure(grid, "Validation accuracy, best epoch", RecommendationSection::best);
    measure(grid, "Test accuracy", run -> Numbers.percent(run.testAccuracy()));
    measure(grid, "Test F1, mean over classes", run -> Numbers.significant(run.testF1(), 3));
    measure(grid, "Epochs", run -> Integer.toString(run.epochs()));
    measure(grid, "Time", run -> Numbers.duration(run.seconds()));
    if (story.cost() == Cost.ENERGY) {
      energies(grid);
    }
    String unit = story.cost().efficiencyUnit();
    measure(grid, marked("Efficiency"), run -> Numbers.quantity(run.efficiency(), unit));
    return grid;
  }

  private void energies(Grid grid) {
    measure(grid, marked("Energy"), run -> Numbers.quantity(run.energyWh(), "Wh"));
    row(grid, marked("Idle power"), run -> Numbers.quantity(run.energy().idlePowerW(), "W"));
    row(grid, marked("Net energy"), run -> Numbers.quantity(run.netWh(), "Wh"));
    measure(
        grid,
        marked("Energy per epoch"),
        run -> Numbers.quantity(run.energyWh() / run.epochs(), "Wh"));
    measure(grid, marked("Mean power"), run -> Numbers.quantity(run.powerW(), "W"));
    Carbon carbon = story.analysis().carbon();
    measure(grid, marked("CO2e"), run -> grams(carbon.grams(run.energyWh())));
    if (!story.castMark().isEmpty()) {
      measure(grid, "Power is", r -> r.hasEnergy() ? r.powerSource().words() : Numbers.UNKNOWN);
    }
  }

  private static String grams(double grams) {
    return Double.isFinite(grams) ? Numbers.mass(grams) : Numbers.UNKNOWN;
  }

  private String marked(String name) {
    return SourceMark.beside(name, story.castMark());
  }

  private static String best(RunMetrics run) {
    return Double.isNaN(run.bestAccuracy())
        ? Numbers.UNKNOWN
        : Numbers.percent(run.bestAccuracy()) + " (epoch " + run.bestEpoch() + ")";
  }

  /** Add a row, unless nobody knows the measure. */
  private void measure(Grid grid, String name, Function<RunMetrics, String> value) {
    boolean known =
        story.cast().all().stream()
            .anyMatch(actor -> !value.apply(actor.metrics()).equals(Numbers.UNKNOWN));
    if (known) {
      row(grid, name, value);
    }
  }

  private void row(Grid grid, String name, Function<RunMetrics, String> value) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    story.cast().all().forEach(actor -> cells.add(value.apply(actor.metrics())));
    grid.words(cells);
  }
}
