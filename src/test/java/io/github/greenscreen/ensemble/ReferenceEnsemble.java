package io.github.greenscreen.ensemble;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Four members with noisy probabilities of three classes for 60 images, computed as in {@code
 * src/test/resources/io/github/greenscreen/ensemble/reference.py}.
 */
final class ReferenceEnsemble {
  private static final int IMAGES = 60;
  private static final int CLASSES = 3;
  private static final double[] NOISE = {4, 2, 6, 5};
  private static final double[] SIGNAL = {1.5, 0.6, 2.2, -0.5};

  private ReferenceEnsemble() {}

  static List<Predictions> members() {
    int[] labels = IntStream.range(0, IMAGES).map(i -> i % CLASSES).toArray();
    return IntStream.range(0, NOISE.length).mapToObj(k -> member(k, labels)).toList();
  }

  private static Predictions member(int k, int[] labels) {
    return new Predictions(
        labels, IntStream.range(0, IMAGES).mapToObj(i -> softmax(k, i, labels[i])).toList());
  }

  private static double[] softmax(int k, int i, int label) {
    double[] odds = new double[CLASSES];
    double all = 0;
    for (int c = 0; c < CLASSES; c++) {
      double noise = 1000 * Math.sin(1 + 12.9898 * i + 78.233 * k + 37.719 * c);
      double signal = c == label ? SIGNAL[k] : 0;
      odds[c] = Math.exp(NOISE[k] * (noise - Math.floor(noise)) + signal);
      all += odds[c];
    }
    double sum = all;
    return IntStream.range(0, CLASSES).mapToDouble(c -> odds[c] / sum).toArray();
  }
}
