package io.github.greenscreen.report;

import io.github.greenscreen.analysis.BestConfiguration;
import io.github.greenscreen.analysis.BestConfiguration.Choice;
import io.github.greenscreen.analysis.Prediction;
import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.analysis.SourceMark;
import io.github.greenscreen.report.Grid.Cell;
import io.github.greenscreen.report.Grid.Column;
import io.github.greenscreen.report.Grid.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first page, to decide from: what to use, what it saves, and how sure that is. */
final class DecisionPage {
  private final Story story;

  DecisionPage(Story story) {
    this.story = story;
  }

  void write(Sheet sheet) {
    Cover cover = new Cover(story);
    cover.title(sheet);
    if (story.input().unfinished().isOpen()) {
      sheet.paragraph(story.input().unfinished().headline() + " See “What is missing”.");
    }
    sheet.section("Decision");
    Optional<BestConfiguration> best = story.analysis().best();
    if (best.isPresent()) {
      decide(sheet, new Verdict(story, best.get()), cover);
    } else {
      sheet.paragraph("No configuration can be recommended from these runs.");
      story.analysis().notes().forEach(sheet::paragraph);
    }
    sheet.breakPage();
  }

  private void decide(Sheet sheet, Verdict verdict, Cover cover) {
    sheet.lead(advice(verdict.best()));
    sheet.block(cover.tiles(sheet.type(), verdict));
    sheet.subsection("Use this configuration (decisive parameters in bold)");
    sheet.block(parameters(sheet.type(), verdict.best()).table());
    sheet.subsection(
        verdict.baseline().isPresent() ? "Against the baseline" : "Measured and expected");
    sheet.block(comparison(sheet.type(), verdict).table());
    sheet.subsection("How sure is that?");
    new Doubts(story, verdict).sentences().forEach(sheet::paragraph);
  }

  private String advice(BestConfiguration best) {
    String decisive =
        best.choices().stream()
            .filter(Choice::decisive)
            .map(choice -> choice.parameter() + "\u00a0" + choice.value())
            .collect(Collectors.joining(", "));
    String goal =
        SourceMark.beside(
            best.objective().noun(story.cost()), story.analysis().basis().source().mark());
    return decisive.isEmpty()
        ? "No parameter has a clear effect on the %s, so use the values of run %s."
            .formatted(goal, best.source())
        : "Use %s: that decides the %s. For all other parameters the values of run %s serve."
            .formatted(decisive, goal, best.source());
  }

  /** Return all parameters in two halves side by side. */
  private static Grid parameters(Typography type, BestConfiguration best) {
    Grid grid =
        new Grid(
            type,
            List.of(
                Column.words("Parameter", 2),
                Column.words("Value", 2.4f),
                Column.words("Parameter", 2),
                Column.words("Value", 2.4f)));
    List<Choice> choices = best.choices();
    int half = (choices.size() + 1) / 2;
    for (int i = 0; i < half; i++) {
      List<Cell> cells = new ArrayList<>(cells(choices.get(i)));
      cells.addAll(
          half + i < choices.size()
              ? cells(choices.get(half + i))
              : List.of(Cell.plain(""), Cell.plain("")));
      grid.row(cells);
    }
    return grid;
  }

  private static List<Cell> cells(Choice choice) {
    Tone tone = choice.decisive() ? Tone.STRONG : Tone.PLAIN;
    return List.of(new Cell(choice.parameter(), tone), new Cell(choice.value(), tone));
  }

  private Grid comparison(Typography type, Verdict verdict) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.words("", 2));
    story
        .cast()
        .baseline()
        .ifPresent(base -> columns.add(Column.number("Baseline (" + base.name() + ")", 1.6f)));
    verdict.source().ifPresent(run -> columns.add(Column.number(source(verdict, run), 2)));
    columns.add(Column.number("Expected (95 % prediction interval)", 3));
    verdict
        .finalRun()
        .ifPresent(
            run ->
                columns.add(
                    Column.number(
                        "Final run (%s), %s"
                            .formatted(run.name(), Numbers.count(run.epochs(), "epoch", "epochs")),
                        2)));
    Grid grid = new Grid(type, columns);
    for (Figure figure : Figure.values()) {
      grid.words(row(verdict, figure));
    }
    return grid;
  }

  private static String source(Verdict verdict, RunMetrics run) {
    String same = verdict.isSourceRecommended() ? "this configuration" : "the nearest";
    return "Run %s, %s".formatted(run.name(), same);
  }

  private List<String> row(Verdict verdict, Figure figure) {
    List<String> cells = new ArrayList<>();
    String mark = figure.isOfPower() ? story.castMark() : "";
    double scale = verdict.scale(figure);
    cells.add(SourceMark.beside(figure.label(), mark));
    verdict.baseline().ifPresent(run -> cells.add(spelled(figure, run, scale)));
    verdict.source().ifPresent(run -> cells.add(spelled(figure, run, scale)));
    cells.add(
        verdict
            .expected(figure)
            .map(found -> spelled(figure, found, scale))
            .orElse(Numbers.UNKNOWN));
    verdict.finalRun().ifPresent(run -> cells.add(spelled(figure, run, scale)));
    return cells;
  }

  private String spelled(Figure figure, RunMetrics run, double scale) {
    return figure.spelling(figure.of(run, story.analysis().carbon()), scale);
  }

  private static String spelled(Figure figure, Prediction found, double scale) {
    return figure.spelling(found.value(), scale)
        + " ("
        + Doubts.interval(figure, found, scale)
        + ")";
  }
}
