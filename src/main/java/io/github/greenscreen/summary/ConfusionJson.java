package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.run.evaluation.ConfusionSource;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.table.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The confusion matrices of the baseline, the most efficient run, and the final run as JSON. */
public final class ConfusionJson {
  private ConfusionJson() {}

  /** Return an object for each of these runs of {@code result} that {@code source} knows. */
  public static List<JsonObject> of(AnalysisResult result, ConfusionSource source) {
    Stream<RunMetrics> runs =
        Stream.of(
                result.referenceRuns().baseline(),
                result.byEfficiency().stream().findFirst(),
                result.referenceRuns().finalRun())
            .flatMap(Optional::stream);
    return runs.map(RunMetrics::name)
        .distinct()
        .flatMap(name -> object(name, source).stream())
        .toList();
  }

  private static Optional<JsonObject> object(String run, ConfusionSource source) {
    JsonObject object = new JsonObject().with("run", run);
    Map<EvaluatedSplit, ConfusionTable> matrices = new EnumMap<>(EvaluatedSplit.class);
    try {
      for (EvaluatedSplit split : EvaluatedSplit.values()) {
        source.of(run, split).ifPresent(matrix -> matrices.put(split, matrix));
      }
    } catch (RunFolderException e) {
      return Optional.of(object.with("error", e.getMessage()));
    }
    if (matrices.isEmpty()) {
      return Optional.empty();
    }
    object.with("classes", JsonObject.list(ClassTable.of(matrices)));
    matrices.forEach((split, matrix) -> object.with(split.configName(), rows(matrix)));
    return Optional.of(object);
  }

  /** Return the rows of the matrix, each on one line. */
  private static List<Json.Literal> rows(ConfusionTable matrix) {
    int classes = matrix.classes().size();
    List<Json.Literal> rows = new ArrayList<>();
    for (int truth = 0; truth < classes; truth++) {
      int row = truth;
      rows.add(
          new Json.Literal(
              Json.of(IntStream.range(0, classes).mapToObj(i -> matrix.count(row, i)).toList())));
    }
    return rows;
  }
}
