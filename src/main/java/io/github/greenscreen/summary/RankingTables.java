package io.github.greenscreen.summary;

import static io.github.greenscreen.table.CellFormat.AMOUNT;
import static io.github.greenscreen.table.CellFormat.COUNT;
import static io.github.greenscreen.table.CellFormat.PERCENT;
import static io.github.greenscreen.table.CellFormat.QUANTITY;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.ranking.LegacyStudyTables;
import io.github.greenscreen.analysis.ranking.Ranking;
import io.github.greenscreen.analysis.ranking.Ranking.Place;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.analysis.recommendation.Recommendation.Choice;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of the best runs and of the recommendation, for terminals, files, and the report. */
public final class RankingTables {
  /** Largest number of runs in the table of cost to the target. */
  private static final int LENGTH = 5;

  private static final double PER_CENT = 100;

  private final AnalysisResult result;
  private final Map<String, RunMetrics> runs;
  private final VaryingParameters varying;

  public RankingTables(AnalysisResult result) {
    this.result = result;
    this.runs =
        result.runs().stream()
            .collect(Collectors.toMap(RunMetrics::name, Function.identity(), (a, b) -> a));
    this.varying =
        new VaryingParameters(result.runs().stream().map(RunMetrics::configuration).toList());
  }

  /** Return the names of the parameters in the column of values; empty if there are none. */
  String varying() {
    return varying.names();
  }

  /** Return {@code ranked} runs with their ranks by {@code metric}, and all their metrics. */
  public Table<RunMetrics> ranking(String metric, List<RunMetrics> ranked) {
    return RunTable.of(result, ranked)
        .and(
            List.of(
                Column.text("rank", run -> rank(metric, run.name())),
                Column.text("source", RankingTables::source).labelled("Power is"),
                Column.text("values", run -> varying.values(run.configuration()))));
  }

  private String rank(String metric, String run) {
    return result.tradeOff().ranking(metric).map(all -> all.rankOf(run)).orElse("");
  }

  private static Object source(RunMetrics run) {
    return run.hasEnergy() ? run.powerSource().words() : (Object) Double.NaN;
  }

  /** Return the Pareto front of accuracy and cost. */
  Table<RunMetrics> front() {
    List<RunMetrics> front = result.tradeOff().frontier().runs().stream().map(runs::get).toList();
    return RunTable.of(result, front)
        .select("run", "accuracy", ResponseVariable.of(result.cost()), "efficiency");
  }

  /** Return the ranking by cost to the target; empty if no run reaches it. */
  public List<Place> atTarget() {
    return result
        .tradeOff()
        .ranking(result.cost().noun() + "_to_target")
        .map(Ranking::places)
        .orElse(List.of());
  }

  /** Return the runs that reach the target at the lowest cost. */
  public Table<Place> target() {
    Cost cost = result.cost();
    return Table.of(
        atTarget().stream().limit(LENGTH).toList(),
        Column.text("rank", Place::configName),
        Column.text("run", Place::run),
        Column.of("value", AMOUNT, Place::value)
            .headed(cost.noun() + " to it", "To the target")
            .in(cost.unit()),
        Column.of("epoch", COUNT, (Place place) -> run(place).detail().targetEpoch())
            .headed("after epoch", "After epoch"),
        Column.of("cost", AMOUNT, (Place place) -> cost.of(run(place)))
            .headed(cost.noun() + " at the end", "At the end")
            .in(cost.unit()),
        Column.of("accuracy", PERCENT, (Place place) -> run(place).accuracy())
            .headed("accuracy at the end", "Accuracy at the end")
            .in("%"));
  }

  /**
   * Return the legacy study's rankings by accuracy, by energy per interval, and by their ratio,
   * with the corrected ranks.
   */
  public List<Table<Place>> study(LegacyStudyTables study) {
    Column<Place> accuracy =
        Column.of("accuracy", AMOUNT, (Place place) -> PER_CENT * place.value()).in("%");
    Column<Place> interval =
        Column.of("interval", AMOUNT, Place::value).headed("Wh", "Wh per interval");
    Column<Place> ratio = Column.of("ratio", AMOUNT, Place::value).headed("", "Ratio").in("%/Wh");
    return List.of(
        study("Accuracy before quantisation", study.byAccuracy(), accuracy, "accuracy"),
        study("Wh per interval", study.byInterval(), interval, "energy"),
        study("Their ratio", study.byRatio(), ratio, "efficiency"));
  }

  private Table<Place> study(String title, List<Place> places, Column<Place> value, String metric) {
    return Table.of(
            places,
            Column.text("rank", Place::configName),
            Column.text("run", Place::run),
            value.named("value"),
            Column.text("corrected", (Place place) -> corrected(metric, place))
                .headed("rank by " + metric, "Rank by " + metric),
            Column.of("accuracy", PERCENT, (Place place) -> run(place).accuracy()).in("%"),
            Column.of("energy", QUANTITY, (Place place) -> run(place).energyWh()).in("Wh"))
        .titled(title);
  }

  private String corrected(String metric, Place place) {
    String rank = rank(metric, place.run());
    return rank.isEmpty() ? null : rank;
  }

  private RunMetrics run(Place place) {
    return runs.get(place.run());
  }

  /** Return the recommended values with the reason for each. */
  public static Table<Choice> choices(Recommendation best) {
    return Table.of(
        best.choices(),
        Column.text("parameter", Choice::parameter),
        Column.text("value", Choice::value),
        Column.text("why", Choice::reason));
  }
}
