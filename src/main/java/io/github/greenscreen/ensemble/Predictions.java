package io.github.greenscreen.ensemble;

import io.github.greenscreen.run.evaluation.ClassCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The probabilities that a model gives to the classes of labelled images. Immutable. */
final class Predictions {
  /**
   * Smallest probability that counts: the logarithm of a probability of 0 is infinite, and one
   * image must not outweigh all others.
   */
  static final double SMALLEST = 1e-100;

  private final int[] labels;
  private final List<double[]> probabilities;

  /**
   * Create predictions; the arrays are not copied.
   *
   * @param labels the true class of each image
   * @param probabilities for each image the probability of each class
   */
  Predictions(int[] labels, List<double[]> probabilities) {
    if (labels.length != probabilities.size()) {
      throw new IllegalArgumentException(
          labels.length + " labels of " + probabilities.size() + " predictions");
    }
    this.labels = labels;
    this.probabilities = List.copyOf(probabilities);
  }

  /**
   * Return the weighted mean of the probabilities of {@code members}.
   *
   * @param members predictions for the same images
   * @param weights one for each of them; they sum to 1
   */
  static Predictions mean(List<Predictions> members, List<Double> weights) {
    int[] labels = members.get(0).labels;
    List<double[]> mean = new ArrayList<>();
    for (int image = 0; image < labels.length; image++) {
      mean.add(mean(members, weights, image));
    }
    return new Predictions(labels, mean);
  }

  private static double[] mean(List<Predictions> members, List<Double> weights, int image) {
    double[] mean = new double[members.get(0).probabilities.get(image).length];
    for (int member = 0; member < members.size(); member++) {
      double weight = weights.get(member);
      double[] own = members.get(member).probabilities.get(image);
      // A member without weight has no influence, even if its probabilities are NaN.
      for (int c = 0; weight > 0 && c < mean.length; c++) {
        mean[c] += weight * own[c];
      }
    }
    return mean;
  }

  /** Return the number of images. */
  int images() {
    return labels.length;
  }

  /** Return for each image the probability of its true class, at least {@link #SMALLEST}. */
  double[] ofTruth() {
    return IntStream.range(0, labels.length)
        .mapToDouble(image -> probabilities.get(image)[labels[image]])
        .map(p -> p > SMALLEST ? p : SMALLEST)
        .toArray();
  }

  /** Return the share of images whose most probable class is the true one, 0 to 1. */
  double accuracy() {
    long hits = IntStream.range(0, labels.length).filter(i -> predicted(i) == labels[i]).count();
    return (double) hits / labels.length;
  }

  /** Return the mean F1 of the classes that occur, 0 to 1. */
  double macroF1() {
    int classes = probabilities.get(0).length;
    long[] confusion = new long[classes * classes];
    IntStream.range(0, labels.length).forEach(i -> confusion[labels[i] * classes + predicted(i)]++);
    return ClassCounts.macroF1(ClassCounts.of(confusion, classes));
  }

  /** Return the mean of −ln p, where p is the probability of the true class. */
  double logLoss() {
    return -DoubleStream.of(ofTruth()).map(Math::log).average().orElse(Double.NaN);
  }

  /** Return the most probable class of an image, of equally probable ones the first. */
  private int predicted(int image) {
    double[] shares = probabilities.get(image);
    int best = 0;
    for (int c = 1; c < shares.length; c++) {
      best = shares[c] > shares[best] ? c : best;
    }
    return best;
  }
}
