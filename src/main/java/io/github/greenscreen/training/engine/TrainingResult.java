package io.github.greenscreen.training.engine;

import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.evaluation.LayerSparsity;
import io.github.greenscreen.run.evaluation.SplitEvaluation;
import io.github.greenscreen.run.model.TimedPhase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of the trained network, as the run delivers it. The test split is used once.
 *
 * @param testAccuracy share of test images classified correctly, 0 to 1; NaN without test images
 * @param testF1 F1 averaged over classes with equal weight, 0 to 1; NaN without test images
 * @param seconds wall time of phases that belong to no epoch, such as the test
 * @param evaluations details of its classification of the validation and the test split; one that
 *     was not evaluated, or whose loss is not finite, is absent
 * @param sparsities zeros of its matrices and kernels, in their order; empty if not measured
 * @param findings other results, keyed as in {@code status.yaml}, for instance {@code
 *     quantized_bytes}
 */
public record TrainingResult(
    double testAccuracy,
    double testF1,
    Map<TimedPhase, Double> seconds,
    Map<EvaluatedSplit, SplitEvaluation> evaluations,
    List<LayerSparsity> sparsities,
    Map<String, String> findings) {
  public TrainingResult {
    seconds = Map.copyOf(seconds);
    evaluations = Map.copyOf(evaluations);
    sparsities = List.copyOf(sparsities);
    findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
  }

  /** Create results without details, of a test that took {@code testSeconds}. */
  public TrainingResult(
      double testAccuracy, double testF1, double testSeconds, Map<String, String> findings) {
    this(testAccuracy, testF1, Map.of(TimedPhase.TEST, testSeconds), Map.of(), List.of(), findings);
  }
}
