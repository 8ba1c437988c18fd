package io.github.greenscreen.search.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected numbers come from SciPy's normal distribution and numerical integration. */
class AcquisitionTest {

  @Test
  void logExpectedImprovement_nearAndFar_isTheReference() {
    assertThat(Acquisition.logExpectedImprovement(new Prediction(1, 0.5), 0.8))
        .isCloseTo(-2.1609169817855287, within(1e-9));
    assertThat(Acquisition.logExpectedImprovement(new Prediction(3, 0.2), 1))
        .isCloseTo(-57.1625599485557, within(1e-6));
    assertThat(Acquisition.logExpectedImprovement(new Prediction(40, 1), 0))
        .isCloseTo(-808.29856835662, within(0.01));
  }

  @Test
  void logExpectedImprovement_withoutDoubt_isTheImprovement() {
    assertThat(Acquisition.logExpectedImprovement(new Prediction(1, 0), 3)).isEqualTo(Math.log(2));
    assertThat(Acquisition.logExpectedImprovement(new Prediction(3, 0), 1))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void logProbabilityBelow_nearAndFar_isTheReference() {
    assertThat(Acquisition.logProbabilityBelow(new Prediction(1, 0.5), 0.8))
        .isCloseTo(-1.0654340491895764, within(1e-9));
    assertThat(Acquisition.logProbabilityBelow(new Prediction(3, 0.2), 1))
        .isCloseTo(-53.23128515051248, within(1e-6));
    assertThat(Acquisition.logProbabilityBelow(new Prediction(40, 1), 0))
        .isCloseTo(-804.6084420137539, within(0.01));
  }

  @Test
  void logProbabilityBelow_withoutDoubt_isCertain() {
    assertThat(Acquisition.logProbabilityBelow(new Prediction(1, 0), 1)).isEqualTo(0);
    assertThat(Acquisition.logProbabilityBelow(new Prediction(2, 0), 1))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
