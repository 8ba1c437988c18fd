package io.github.greenscreen.djl.metric;

import io.github.greenscreen.run.evaluation.ClassCounts;
import io.github.greenscreen.run.evaluation.SplitEvaluation;
import java.util.List;
import java.util.Optional;

/**
 * The loss, accuracy, and F1 of a network on some images.
 *
 * @param images number of images
 * @param loss mean loss
 * @param accuracy share classified correctly, 0 to 1
 * @param macroF1 mean over the classes that occur, as truth or as prediction, of 2 · hits ÷ (2 ·
 *     hits + misses + false alarms); 0 to 1
 * @param details what was counted in detail; empty if nothing was, or if the loss is not finite
 */
public record EvaluationResult(
    long images, double loss, double accuracy, double macroF1, Optional<SplitEvaluation> details) {
  /** The result if nothing was measured. */
  public static final EvaluationResult NONE =
      new EvaluationResult(0, Double.NaN, Double.NaN, Double.NaN, Optional.empty());

  /** Return whether the loss is finite. */
  public boolean isFinite() {
    return Double.isFinite(loss);
  }

  /** Return this result with {@code details}. */
  EvaluationResult withDetails(SplitEvaluation details) {
    return new EvaluationResult(images, loss, accuracy, macroF1, Optional.of(details));
  }

  /**
   * Compute the result from a confusion matrix.
   *
   * @param table images by true class (row) and predicted class (column), row by row
   * @param classes number of rows of the table
   * @param lossSum sum of the losses of all images
   */
  static EvaluationResult of(long[] table, int classes, double lossSum) {
    List<ClassCounts> counts = ClassCounts.of(table, classes);
    long images = counts.stream().mapToLong(ClassCounts::images).sum();
    long hits = counts.stream().mapToLong(ClassCounts::hits).sum();
    return new EvaluationResult(
        images,
        lossSum / images,
        (double) hits / images,
        ClassCounts.macroF1(counts),
        Optional.empty());
  }
}
