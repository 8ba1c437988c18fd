package io.github.greenscreen.summary;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import io.github.greenscreen.run.io.LineFile;
import io.github.greenscreen.run.model.RunFolderException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * What an analysis ranked configurations by, as {@code analysis.json} records it.
 *
 * @param objective what the best configuration is best in
 * @param cost what a run costs: energy, or time if no energy was known
 */
public record AnalysisGoal(RecommendationObjective objective, Cost cost) {
  public AnalysisGoal {
    Objects.requireNonNull(objective);
    Objects.requireNonNull(cost);
  }

  /**
   * Read the file of the analysis in {@code reportFolder}.
   *
   * @throws RunFolderException if it is missing, or names no objective
   */
  public static AnalysisGoal read(Path reportFolder) {
    Path file = reportFolder.resolve(SummaryWriter.JSON);
    String text =
        new LineFile(file)
            .text()
            .orElseThrow(
                () ->
                    new RunFolderException(
                        file + ": no such file; run 'greenscreen analyze' to write it"));
    return parse(text)
        .orElseThrow(
            () ->
                new RunFolderException(
                    file
                        + ": found no objective of a recommendation; run 'greenscreen analyze' to"
                        + " write the file again"));
  }

  private static Optional<AnalysisGoal> parse(String text) {
    Optional<JsonObject> tree = object(tree(text));
    Optional<RecommendationObjective> objective =
        object(tree.map(found -> found.get("best")))
            .flatMap(best -> word(best.get("objective")))
            .flatMap(RecommendationObjective::find);
    Optional<Cost> cost =
        tree.flatMap(found -> word(found.get("cost"))).flatMap(AnalysisGoal::cost);
    return objective.flatMap(found -> cost.map(spent -> new AnalysisGoal(found, spent)));
  }

  private static Optional<JsonElement> tree(String text) {
    try {
      return Optional.of(JsonParser.parseString(text));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonObject> object(Optional<JsonElement> element) {
    return element.filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
  }

  private static Optional<String> word(JsonElement element) {
    return Optional.ofNullable(element)
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString);
  }

  private static Optional<Cost> cost(String response) {
    return Arrays.stream(Cost.values())
        .filter(each -> ResponseVariable.of(each).equals(response))
        .findFirst();
  }

  /** Return whether the objective is a measurement of a power meter, or derived from one. */
  public boolean needsMeter() {
    return switch (objective) {
      case ACCURACY -> false;
      case POWER -> true;
      case ENERGY, EFFICIENCY -> cost == Cost.ENERGY;
    };
  }
}
