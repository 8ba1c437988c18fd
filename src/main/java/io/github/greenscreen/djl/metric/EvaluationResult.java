package io.github.greenscreen.djl.metric;

/**
 * The loss, accuracy, and F1 of a network on some images.
 *
 * @param images number of images
 * @param loss mean loss
 * @param accuracy share classified correctly, 0 to 1
 * @param macroF1 mean over the classes that occur, as truth or as prediction, of 2 · hits ÷ (2 ·
 *     hits + misses + false alarms); 0 to 1
 */
public record EvaluationResult(long images, double loss, double accuracy, double macroF1) {
  /** The result if nothing was measured. */
  public static final EvaluationResult NONE =
      new EvaluationResult(0, Double.NaN, Double.NaN, Double.NaN);

  /** Return whether the loss is finite. */
  public boolean isFinite() {
    return Double.isFinite(loss);
  }

  /**
   * Compute the result from a confusion matrix.
   *
   * @param table images by true class (row) and predicted class (column), row by row
   * @param classes number of rows of the table
   * @param lossSum sum of the losses of all images
   */
  static EvaluationResult of(long[] table, int classes, double lossSum) {
    long images = 0;
    long hits = 0;
    double f1 = 0;
    int occurring = 0;
    for (int c = 0; c < classes; c++) {
      long truth = 0;
      long guesses = 0;
      for (int other = 0; other < classes; other++) {
        truth += table[c * classes + other];
        guesses += table[other * classes + c];
      }
      long both = table[c * classes + c];
      images += truth;
      hits += both;
      if (truth + guesses > 0) {
        occurring++;
        f1 += 2.0 * both / (truth + guesses);
      }
    }
    return new EvaluationResult(images, lossSum / images, (double) hits / images, f1 / occurring);
  }
}
