package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TargetAccuracyTest {

  @Test
  void of_asked_isThat() {
    AnalysisOptions options = new AnalysisOptions(OptionalDouble.of(0.3)).withTarget(0.4);

    assertThat(TargetAccuracy.of(options, List.of(0.9)))
        .isEqualTo(new TargetAccuracy(0.4, "as requested"));
  }

  @Test
  void of_minimum_isTheTargetToo() {
    assertThat(TargetAccuracy.of(new AnalysisOptions(OptionalDouble.of(0.3)), List.of(0.9)))
        .isEqualTo(new TargetAccuracy(0.3, "the minimum accuracy"));
  }

  @Test
  void of_nothing_isNineTenthsOfTheBest() {
    assertThat(TargetAccuracy.of(AnalysisOptions.none(), List.of(Double.NaN, 0.5, 0.777)))
        .isEqualTo(new TargetAccuracy(0.69, "nine tenths of the best accuracy"));
  }

  @Test
  void of_noAccuracy_isUnknown() {
    assertThat(TargetAccuracy.of(AnalysisOptions.none(), List.of(Double.NaN)).find()).isEmpty();
  }
}
