package io.github.greenscreen.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LogLossWeightsTest {
  /** EM and SLSQP of {@code reference.py} agree on these weights in nine digits. */
  @Test
  void of_theReference_areThoseOfScipy() {
    List<double[]> truths = truths();

    List<Double> weights = LogLossWeights.of(truths);

    assertThat(weights.get(0)).isCloseTo(0.636142777, within(1e-6));
    assertThat(weights.get(2)).isCloseTo(0.363857223, within(1e-6));
    assertThat(List.of(weights.get(1), weights.get(3))).containsExactly(0.0, 0.0);
    assertThat(loss(truths, weights)).isCloseTo(0.5490223677884561, within(1e-12));
  }

  /** ½ ln(0.3 + 0.5 w) + ½ ln(0.6 − 0.4 w) is largest for w = 0.45. */
  @Test
  void of_twoImages_areAsByHand() {
    List<Double> weights =
        LogLossWeights.of(List.of(new double[] {0.8, 0.2}, new double[] {0.3, 0.6}));

    assertThat(weights.get(0)).isCloseTo(0.45, within(1e-6));
    assertThat(weights.get(1)).isCloseTo(0.55, within(1e-6));
  }

  @Test
  void of_aMemberThatIsAlwaysBetter_areAllItsOwn() {
    List<Double> weights =
        LogLossWeights.of(
            List.of(new double[] {0.5, 0.2}, new double[] {0.9, 0.4}, new double[] {0.1, 0.3}));

    assertThat(weights).containsExactly(0.0, 1.0, 0.0);
  }

  @Test
  void of_equalMembers_areEqual() {
    double[] same = {0.5, 0.2, 0.7};

    assertThat(LogLossWeights.of(List.of(same, same, same)))
        .allSatisfy(weight -> assertThat(weight).isCloseTo(1.0 / 3, within(1e-12)));
  }

  @Test
  void of_twice_areTheSame() {
    assertThat(LogLossWeights.of(truths())).isEqualTo(LogLossWeights.of(truths()));
  }

  /** Few and many images, dull and extreme probabilities, copies, and hopeless members. */
  @Test
  void of_anyMembers_leaveNoGap() {
    Random random = new Random(1);
    for (int trial = 0; trial < 200; trial++) {
      List<double[]> truths = random(random, trial);

      List<Double> weights = LogLossWeights.of(truths);

      assertThat(weights).as("trial " + trial).allSatisfy(w -> assertThat(w).isBetween(0.0, 1.0));
      assertThat(weights.stream().mapToDouble(Double::doubleValue).sum())
          .isCloseTo(1, within(1e-12));
      assertThat(LogLossWeights.gap(truths, weights)).as("trial " + trial).isLessThan(3e-6);
    }
  }

  /** Minus the derivative by the second weight is (0.3 ÷ 0.8 + 0.6 ÷ 0.2) ÷ 2 for weights 1, 0. */
  @Test
  void gap_ofWrongWeights_isAsByHand() {
    List<double[]> truths = List.of(new double[] {0.8, 0.2}, new double[] {0.3, 0.6});

    assertThat(LogLossWeights.gap(truths, List.of(1.0, 0.0))).isCloseTo(0.6875, within(1e-12));
  }

  private static List<double[]> truths() {
    return ReferenceEnsemble.members().stream().map(Predictions::ofTruth).toList();
  }

  private static List<double[]> random(Random random, int trial) {
    int images = 1 + random.nextInt(trial % 3 == 0 ? 5 : 300);
    int members = 2 + random.nextInt(8);
    double spread = 1 + trial % 8;
    List<double[]> truths = new ArrayList<>();
    for (int k = 0; k < members; k++) {
      double skill = trial % 4 == 0 ? 2 * k : 0;
      truths.add(
          random
              .doubles(images)
              .map(u -> 1 / (1 + Math.exp(spread * Math.log(1 / u - 1) - skill)))
              .map(p -> Math.max(p, Predictions.SMALLEST))
              .toArray());
    }
    if (trial % 7 == 0) {
      truths.set(1, truths.get(0).clone());
    }
    if (trial % 11 == 0) {
      truths.set(0, IntStream.range(0, images).mapToDouble(i -> Predictions.SMALLEST).toArray());
    }
    return truths;
  }

  private static double loss(List<double[]> truths, List<Double> weights) {
    return IntStream.range(0, truths.get(0).length)
        .mapToDouble(
            i ->
                -Math.log(
                    IntStream.range(0, weights.size())
                        .mapToDouble(k -> weights.get(k) * truths.get(k)[i])
                        .sum()))
        .average()
        .orElseThrow();
  }
}
