package io.github.greenscreen.ensemble;

/**
 * How well a model classifies the images of a split.
 *
 * @param accuracy share of images that are classified correctly, 0 to 1
 * @param macroF1 mean F1 of the classes that occur, 0 to 1
 * @param logLoss mean of −ln p, where p is the probability of the true class
 */
public record Scores(double accuracy, double macroF1, double logLoss) {

  /** Return the scores of {@code predictions}. */
  static Scores of(Predictions predictions) {
    return new Scores(predictions.accuracy(), predictions.macroF1(), predictions.logLoss());
  }
}
