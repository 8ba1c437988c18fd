package io.github.greenscreen.cli.model;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.ensemble.EnsembleResult;
import io.github.greenscreen.ensemble.EvaluatedModel;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.summary.Json;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.JsonObject;
import io.github.greenscreen.table.Table;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of {@code greenscreen ensemble}. */
final class EnsembleTables {
  private static final String BEST = "best";

  private final EnsembleResult result;
  private final List<EvaluatedModel> models;

  /** Show {@code result}. */
  EnsembleTables(EnsembleResult result) {
    this.result = result;
    models = Stream.concat(result.members().stream(), result.ensembles().stream()).toList();
  }

  /** Return a row for each member and each ensemble. */
  Table<EvaluatedModel> scores() {
    String mark = result.source().mark();
    return Table.of(
        models,
        Column.text("model", EvaluatedModel::name),
        Column.text("network", EvaluatedModel::network),
        share("val_accuracy", "val accuracy", model -> model.validation().accuracy()),
        number("val_log_loss", "val log loss", model -> model.validation().logLoss()),
        share("test_accuracy", "test accuracy", model -> model.test().accuracy()),
        number("test_f1", "test F1", model -> model.test().macroF1()),
        number("test_log_loss", "test log loss", model -> model.test().logLoss()),
        number("ms_per_1000", "ms per 1,000", model -> model.cost().millisPerThousand()),
        number(
            "Wh_per_1000",
            PowerSourceLabel.beside("Wh per 1,000", mark),
            model -> model.cost().energyWhPerThousand()),
        Column.text(BEST, this::best));
  }

  private static Column<EvaluatedModel> share(
      String name, String heading, Function<EvaluatedModel, Double> value) {
    return Column.of(name, CellFormat.PERCENT, value).headed(heading, heading).in("%");
  }

  private static Column<EvaluatedModel> number(
      String name, String heading, Function<EvaluatedModel, Double> value) {
    return Column.of(name, CellFormat.QUANTITY, value).headed(heading, heading);
  }

  /** Return what a model is the best of on the validation images. */
  private String best(EvaluatedModel model) {
    if (model.equals(result.bestMember())) {
      return "of the runs";
    }
    return model.equals(result.bestEnsemble()) ? "of the ensembles" : "";
  }

  /** Return a row for each run, with its weight in each ensemble. */
  Table<Integer> weights() {
    List<Integer> places = IntStream.range(0, result.runs().size()).boxed().toList();
    Table<Integer> runs = Table.of(places, Column.text("weight of", result.runs()::get));
    return runs.and(
        result.ensembles().stream()
            .map(
                model ->
                    Column.<Integer>of(
                        model.name(), CellFormat.QUANTITY, place -> model.weights().get(place)))
            .toList());
  }

  /** Return everything as one line of JSON. */
  String json() {
    Table<EvaluatedModel> scores = scores().without(BEST);
    return Json.of(
        new JsonObject()
            .with("validation_images", result.validationImages())
            .with("test_images", result.testImages())
            .with("models", models.stream().map(model -> json(scores, model)).toList())
            .with("best_run", result.bestMember().name())
            .with("best_ensemble", result.bestEnsemble().name())
            .with("power_source", source()));
  }

  private JsonObject json(Table<EvaluatedModel> scores, EvaluatedModel model) {
    List<Integer> places = weights().rows();
    return new JsonObject()
        .with(scores.columns(), model)
        .with("weights", JsonObject.of(places, result.runs()::get, model.weights()::get));
  }

  private String source() {
    return result.source() == PowerSource.NONE ? null : result.source().configName();
  }
}
