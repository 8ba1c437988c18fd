package io.github.greenscreen.djl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaTest {
  private static final int DRAWS = 100_000;

  /** α = 1 is the uniform distribution. */
  @ParameterizedTest
  @CsvSource({"0.2", "0.25", "1"})
  void moments_ofManyDraws_lieWithinFiveSigma(double alpha) {
    double[] draws = draws(alpha, DRAWS);
    double variance = 1 / (4 * (2 * alpha + 1));
    double mean = Arrays.stream(draws).average().orElseThrow();
    double[] squares = Arrays.stream(draws).map(x -> (x - 0.5) * (x - 0.5)).toArray();
    double seen = Arrays.stream(squares).average().orElseThrow();
    double spread = Arrays.stream(squares).map(x -> x * x).average().orElseThrow() - seen * seen;

    assertThat(mean).isCloseTo(0.5, within(5 * Math.sqrt(variance / DRAWS)));
    assertThat(seen).isCloseTo(variance, within(5 * Math.sqrt(spread / DRAWS)));
  }

  /** The share of draws above 0.99: the regularised incomplete beta function I(0.01; α, α). */
  @ParameterizedTest
  @CsvSource({"0.2, 0.209778", "0.25, 0.170815"})
  void tail_ofManyDraws_isTheDistributions(double alpha, double tail) {
    double seen = Arrays.stream(draws(alpha, DRAWS)).filter(x -> x > 0.99).count();
    double sigma = Math.sqrt(tail * (1 - tail) / DRAWS);
    assertThat(seen / DRAWS).isCloseTo(tail, within(5 * sigma));
  }

  @Test
  void draw_tinyParameter_staysANumberFromZeroToOne() {
    assertThat(draws(1e-4, 1000)).doesNotContain(Double.NaN);
    assertThat(Arrays.stream(draws(1e-4, 1000)).allMatch(x -> x >= 0 && x <= 1)).isTrue();
  }

  private static double[] draws(double alpha, int count) {
    SplittableRandom random = new SplittableRandom(3);
    double[] result = new double[count];
    Arrays.setAll(result, i -> Beta.draw(alpha, random));
    return result;
  }
}
