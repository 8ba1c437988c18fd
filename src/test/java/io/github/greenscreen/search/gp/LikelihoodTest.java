package io.github.greenscreen.search.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LikelihoodTest {
  private static final double[] LOGARITHMS = {
    Math.log(4.0), Math.log(0.8), Math.log(1.5), Math.log(1.3), Math.log(0.05)
  };

  private final Likelihood likelihood =
      new Likelihood(
          Distances.pairs(GaussianProcessTest.POINTS, GaussianProcessTest.NAMED),
          Standardizer.of(GaussianProcessTest.OBSERVED).apply(GaussianProcessTest.OBSERVED));

  @Test
  void at_knownHyperparameters_isTheReference() {
    assertThat(likelihood.at(LOGARITHMS, new double[5]))
        .isCloseTo(-6.188849336093686, within(1e-10));
  }

  @Test
  void at_always_givesTheGradientThatDifferencesGive() {
    double[] gradient = new double[5];
    likelihood.at(LOGARITHMS, gradient);
    double step = 1e-6;
    for (int i = 0; i < gradient.length; i++) {
      double[] up = LOGARITHMS.clone();
      double[] down = LOGARITHMS.clone();
      up[i] += step;
      down[i] -= step;
      double slope =
          (likelihood.at(up, new double[5]) - likelihood.at(down, new double[5])) / (2 * step);
      assertThat(gradient[i]).isCloseTo(slope, within(1e-6));
    }
  }

  @Test
  void fit_always_climbs() {
    KernelHyperparameters fitted = HyperparameterFitter.of(likelihood, 3);
    double[] logarithms = {
      Math.log(fitted.weight(0)),
      Math.log(fitted.weight(1)),
      Math.log(fitted.weight(2)),
      Math.log(fitted.signal()),
      Math.log(fitted.noise())
    };
    double[] gradient = new double[5];
    assertThat(likelihood.at(logarithms, gradient))
        .isGreaterThan(likelihood.at(LOGARITHMS, new double[5]));
    assertThat(gradient).containsExactly(new double[5], within(0.1));
  }
}
