package io.github.greenscreen.run.evaluation;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.run.model.RunEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scores of the delivered network that {@code status.yaml} records beside accuracy and test F1.
 * Scores that were not measured are NaN.
 *
 * @param valF1 macro F1 on the validation split, 0 to 1
 * @param valTop5 top-5 accuracy on the validation split, 0 to 1
 * @param valCalibrationError expected calibration error on the validation split, 0 to 1
 * @param testTop5 top-5 accuracy on the test split, 0 to 1
 * @param testCalibrationError expected calibration error on the test split, 0 to 1
 */
public record ClassificationScores(
    double valF1,
    double valTop5,
    double valCalibrationError,
    double testTop5,
    double testCalibrationError) {
  /** Nothing was measured. */
  public static final ClassificationScores NONE =
      new ClassificationScores(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private static final String F1 = EvaluatedSplit.VALIDATION.key("f1");
  private static final String TOP5 = "top5";
  private static final String CALIBRATION_ERROR = "ece";

  /** Return the keys of all scores in {@code status.yaml}. */
  public static List<String> keys() {
    return List.of(
        F1,
        EvaluatedSplit.VALIDATION.key(TOP5),
        EvaluatedSplit.VALIDATION.key(CALIBRATION_ERROR),
        EvaluatedSplit.TEST.key(TOP5),
        EvaluatedSplit.TEST.key(CALIBRATION_ERROR));
  }

  /** Return the scores among the entries of {@code environment}. */
  public static ClassificationScores of(RunEnvironment environment) {
    return new ClassificationScores(
        environment.number(F1),
        environment.number(EvaluatedSplit.VALIDATION.key(TOP5)),
        environment.number(EvaluatedSplit.VALIDATION.key(CALIBRATION_ERROR)),
        environment.number(EvaluatedSplit.TEST.key(TOP5)),
        environment.number(EvaluatedSplit.TEST.key(CALIBRATION_ERROR)));
  }

  /**
   * Return the entries of {@code status.yaml} for {@code evaluations}; what is unknown is left out.
   */
  public static Map<String, String> entries(Map<EvaluatedSplit, SplitEvaluation> evaluations) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (EvaluatedSplit split : EvaluatedSplit.values()) {
      SplitEvaluation found = evaluations.get(split);
      if (found != null) {
        if (split == EvaluatedSplit.VALIDATION) {
          put(entries, F1, found.confusion().macroF1());
        }
        put(entries, split.key(TOP5), found.top5());
        put(entries, split.key(CALIBRATION_ERROR), found.calibrationError());
      }
    }
    return entries;
  }

  private static void put(Map<String, String> entries, String key, double score) {
    if (Double.isFinite(score)) {
      entries.put(key, CsvNumberFormat.sixDecimals(score));
    }
  }
}
