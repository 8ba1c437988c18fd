package io.github.greenscreen.ensemble;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * The weights with which the mean of several probabilities has the smallest log loss: they minimise
 *
 * <p>L(w) = −1/n Σᵢ ln Σₖ wₖ pₖᵢ
 *
 * <p>over all weights wₖ ≥ 0 that sum to 1, where pₖᵢ is the probability that member k gives to the
 * true class of image i. L is convex, so every local minimum is the smallest value. Conjugate
 * gradients need no constraints if wₖ = θₖ² ÷ Σⱼ θⱼ²; unlike those of a softmax, such weights can
 * become 0. The search starts with equal weights and is deterministic.
 *
 * <p>The weights are optimal if and only if no sₖ = 1/n Σᵢ pₖᵢ ÷ Σⱼ wⱼ pⱼᵢ is above 1, and by
 * convexity L(w) exceeds the minimum by at most maxₖ sₖ − 1, the <em>gap</em> (Lindsay, "The
 * geometry of mixture likelihoods", 1983, <a href="https://doi.org/10.1214/aos/1176346059">
 * doi:10.1214/aos/1176346059</a>). The search ends once the gap is below {@value #LARGEST_GAP}.
 */
final class LogLossWeights {
  /** Gap at which the search ends. */
  static final double LARGEST_GAP = 1e-6;

  /** Smaller weights become 0: such members change no probability that is printed. */
  private static final double SMALLEST_WEIGHT = 1e-6;

  /** The first search reaches the gap, unless rounding stops it early. */
  private static final int SEARCHES = 10;

  private static final int ITERATIONS = 1000;

  /** Relative and absolute change of the loss at which a search along a line ends. */
  private static final double TOLERANCE = 1e-15;

  private static final double FIRST_STEP = 0.01;

  /** By member and image. */
  private final double[][] probabilities;

  private LogLossWeights(double[][] probabilities) {
    this.probabilities = probabilities;
  }

  /**
   * Return the weights of the members.
   *
   * @param probabilities by member and image the probability of the true class, above 0
   */
  static List<Double> of(List<double[]> probabilities) {
    LogLossWeights search = new LogLossWeights(probabilities.toArray(double[][]::new));
    double[] root = new double[probabilities.size()];
    Arrays.fill(root, 1);
    for (int i = 0; i < SEARCHES && search.gap(weights(root)) > LARGEST_GAP; i++) {
      root = search.descend(root);
    }
    return withoutSmallest(weights(root));
  }

  /**
   * Return an upper bound of how far the loss of {@code weights} is above the smallest one.
   *
   * @param probabilities as for {@link #of}
   */
  static double gap(List<double[]> probabilities, List<Double> weights) {
    return new LogLossWeights(probabilities.toArray(double[][]::new))
        .gap(weights.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private double gap(double[] weights) {
    return DoubleStream.of(gain(weights)).max().orElseThrow() - 1;
  }

  private double[] descend(double[] start) {
    NonLinearConjugateGradientOptimizer optimizer =
        new NonLinearConjugateGradientOptimizer(
            Formula.POLAK_RIBIERE,
            new SimpleValueChecker(TOLERANCE, TOLERANCE, ITERATIONS),
            TOLERANCE,
            TOLERANCE,
            FIRST_STEP);
    return optimizer
        .optimize(
            MaxEval.unlimited(),
            new ObjectiveFunction(root -> loss(weights(root))),
            new ObjectiveFunctionGradient(this::gradient),
            GoalType.MINIMIZE,
            new InitialGuess(start))
        .getPoint();
  }

  /** Return θₖ² ÷ Σⱼ θⱼ². */
  private static double[] weights(double[] root) {
    double all = squares(root);
    return DoubleStream.of(root).map(each -> each * each / all).toArray();
  }

  private static double squares(double[] root) {
    return DoubleStream.of(root).map(each -> each * each).sum();
  }

  /** Return ∂L/∂θₖ = 2 θₖ ÷ Σⱼ θⱼ² · (1 − sₖ). */
  private double[] gradient(double[] root) {
    double[] gain = gain(weights(root));
    double all = squares(root);
    return IntStream.range(0, root.length)
        .mapToDouble(k -> 2 * root[k] / all * (1 - gain[k]))
        .toArray();
  }

  private double loss(double[] weights) {
    return -DoubleStream.of(mixture(weights)).map(Math::log).average().orElseThrow();
  }

  /** Return sₖ, which is −∂L/∂wₖ. */
  private double[] gain(double[] weights) {
    double[] mixture = mixture(weights);
    return Arrays.stream(probabilities)
        .mapToDouble(
            own ->
                IntStream.range(0, own.length)
                    .mapToDouble(i -> own[i] / mixture[i])
                    .average()
                    .orElseThrow())
        .toArray();
  }

  /** Return the probability of the true class of each image by the weighted mean. */
  private double[] mixture(double[] weights) {
    double[] mixture = new double[probabilities[0].length];
    for (int k = 0; k < weights.length; k++) {
      for (int i = 0; i < mixture.length; i++) {
        mixture[i] += weights[k] * probabilities[k][i];
      }
    }
    return mixture;
  }

  private static List<Double> withoutSmallest(double[] weights) {
    double rest = DoubleStream.of(weights).filter(each -> each >= SMALLEST_WEIGHT).sum();
    return DoubleStream.of(weights)
        .mapToObj(each -> each >= SMALLEST_WEIGHT ? each / rest : 0)
        .toList();
  }
}
