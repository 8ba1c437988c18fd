package io.github.greenscreen.analysis.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers are those of {@code reference.R}. */
class PairedDifferenceTest {
  private static final List<Double> FIRST = List.of(0.912, 0.905, 0.921, 0.917, 0.909, 0.915);
  private static final List<Double> SECOND = List.of(0.901, 0.899, 0.908, 0.911, 0.893, 0.902);

  @Test
  void of_sixSeeds_equalsR() {
    PairedDifference difference = PairedDifference.of(FIRST, SECOND, 0.05);

    assertThat(difference.seeds()).isEqualTo(6);
    assertThat(difference.mean()).isCloseTo(0.01083333333, within(1e-11));
    assertThat(difference.halfWidth()).isCloseTo(0.0080136613, within(1e-9));
    assertThat(difference.evidence()).isCloseTo(52.576397, within(1e-4));
    assertThat(difference.isDecided()).isTrue();
    assertThat(difference.low()).isCloseTo(0.0028196720, within(1e-9));
    assertThat(difference.high()).isCloseTo(0.0188469946, within(1e-9));
  }

  @Test
  void of_swapped_hasTheOtherSign() {
    PairedDifference difference = PairedDifference.of(SECOND, FIRST, 0.05);

    assertThat(difference.mean()).isCloseTo(-0.01083333333, within(1e-11));
    assertThat(difference.isDecided()).isTrue();
  }

  @Test
  void of_smallerLevel_isUndecided() {
    assertThat(PairedDifference.of(FIRST, SECOND, 0.05 / 3).isDecided()).isFalse();
  }

  @Test
  void of_tooFewSeeds_hasNoInterval() {
    PairedDifference three = PairedDifference.of(FIRST.subList(0, 3), SECOND.subList(0, 3), 0.05);
    PairedDifference one = PairedDifference.of(FIRST.subList(0, 1), SECOND.subList(0, 1), 0.05);

    assertThat(three.halfWidth()).isInfinite();
    assertThat(three.isDecided()).isFalse();
    assertThat(one.evidence()).isNaN();
    assertThat(one.isDecided()).isFalse();
  }

  @Test
  void of_constantDifference_isDecidedOnceEnoughSeedsAgree() {
    List<Double> high = List.of(4.0, 4.0, 4.0, 4.0);
    List<Double> low = List.of(3.0, 3.0, 3.0, 3.0);

    assertThat(PairedDifference.of(high, low, 0.05).isDecided()).isTrue();
    assertThat(PairedDifference.of(high.subList(1, 4), low.subList(1, 4), 0.05).isDecided())
        .isFalse();
    assertThat(PairedDifference.of(high, high, 0.05))
        .isEqualTo(new PairedDifference(4, 0, 0, 1.0 / 3, false));
  }
}
