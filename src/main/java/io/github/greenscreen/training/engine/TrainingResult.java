package io.github.greenscreen.training.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The results of the trained network on the test split, which is used once.
 *
 * @param testAccuracy share of test images classified correctly, 0 to 1; NaN without test images
 * @param testF1 F1 averaged over classes with equal weight, 0 to 1; NaN without test images
 * @param testSeconds duration of the test; NaN without test images
 * @param findings other results, keyed as in {@code status.yaml}, for instance {@code
 *     quantized_bytes}
 */
public record TrainingResult(
    double testAccuracy, double testF1, double testSeconds, Map<String, String> findings) {
  public TrainingResult {
    findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
  }

  /** Return the result of a network whose data set has no test images. */
  public static TrainingResult untested(Map<String, String> findings) {
    return new TrainingResult(Double.NaN, Double.NaN, Double.NaN, findings);
  }
}
