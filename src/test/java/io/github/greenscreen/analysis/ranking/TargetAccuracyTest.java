package io.github.greenscreen.analysis.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TargetAccuracyTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void of_asked_isThat() {
    assertThat(TargetAccuracy.of(OptionalDouble.of(0.4), OptionalDouble.of(0.3), List.of(0.9)))
        .isEqualTo(new TargetAccuracy(0.4, "as requested"));
  }

  @Test
  void of_minimum_isTheTargetToo() {
    assertThat(TargetAccuracy.of(NONE, OptionalDouble.of(0.3), List.of(0.9)))
        .isEqualTo(new TargetAccuracy(0.3, "the minimum accuracy"));
  }

  @Test
  void of_nothing_isNineTenthsOfTheBest() {
    assertThat(TargetAccuracy.of(NONE, NONE, List.of(Double.NaN, 0.5, 0.777)))
        .isEqualTo(new TargetAccuracy(0.69, "nine tenths of the best accuracy"));
  }

  @Test
  void of_noAccuracy_isUnknown() {
    assertThat(TargetAccuracy.of(NONE, NONE, List.of(Double.NaN)).find()).isEmpty();
  }
}
