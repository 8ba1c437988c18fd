package io.github.greenscreen.run.evaluation;

import java.util.Objects;

/**
 * How a network classifies the images of a split.
 *
 * @param confusion its confusion matrix
 * @param top5 share of images whose class is among the five most probable ones, 0 to 1; NaN if
 *     there are at most {@value #FEW_CLASSES} classes
 * @param calibrationError expected calibration error, 0 to 1: the mean distance of confidence and
 *     accuracy over {@value #BINS} bins of equal width, weighted by their images (Guo et al., 2017,
 *     <a href="https://arxiv.org/abs/1706.04599">arXiv 1706.04599</a>, equation 3). The confidence
 *     of a prediction is the probability of the predicted class
 */
public record SplitEvaluation(ConfusionTable confusion, double top5, double calibrationError) {
  /** Number of bins of the confidence, as in the experiments of Guo et al. */
  public static final int BINS = 15;

  /** With so many classes or fewer, five guesses are half of them or more. */
  public static final int FEW_CLASSES = 10;

  public SplitEvaluation {
    Objects.requireNonNull(confusion);
  }
}
