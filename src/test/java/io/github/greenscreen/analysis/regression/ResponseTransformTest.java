package io.github.greenscreen.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Numbers from R: {@code log(14.3)}, {@code qlogis(0.2)}, {@code qlogis((c(0, 1/4) * 2 + 0.5) /
 * 3)}.
 */
class ResponseTransformTest {
  private static final double[] EXTREME = {0, 0.25, 1};

  @Test
  void apply_log_equalsRAndIsInverted() {
    ResponseTransform log = ResponseTransform.of(ResponseScale.LOG, new double[] {14.3, 2});

    assertThat(log.apply(14.3)).isCloseTo(2.660259537, within(1e-9));
    assertThat(log.invert(log.apply(14.3))).isCloseTo(14.3, within(1e-12));
    assertThat(log.invert(-800)).isZero();
  }

  @Test
  void apply_logitOfSharesBetween_isNotSqueezed() {
    ResponseTransform logit = ResponseTransform.of(ResponseScale.LOGIT, new double[] {0.2, 0.9});

    assertThat(logit.squeezedBy()).isZero();
    assertThat(logit.apply(0.2)).isCloseTo(-1.386294361, within(1e-9));
    assertThat(logit.invert(logit.apply(0.2))).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void apply_logitOfZeroOrOne_isSqueezedAndStretchedBack() {
    ResponseTransform logit = ResponseTransform.of(ResponseScale.LOGIT, EXTREME);

    assertThat(logit.squeezedBy()).isEqualTo(3);
    assertThat(logit.apply(0)).isCloseTo(-1.609437912, within(1e-9));
    assertThat(logit.apply(0.25)).isCloseTo(-0.6931471806, within(1e-9));
    for (double share : EXTREME) {
      assertThat(logit.invert(logit.apply(share))).isCloseTo(share, within(1e-12));
    }
    assertThat(logit.invert(-1e9)).isZero();
    assertThat(logit.invert(1e9)).isEqualTo(1);
  }

  @Test
  void apply_logOfZero_hasNoPlace() {
    assertThat(ResponseTransform.of(ResponseScale.LOG, EXTREME).apply(0)).isInfinite();
  }
}
