package io.github.greenscreen.djl.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossSequenceTest {
  @Test
  void parse_ofText_losesNoDigit() {
    LossSequence losses = new LossSequence(List.of(2.3025850929940455, 0.1 + 0.2, Double.NaN));
    assertThat(LossSequence.parse(losses.text())).isEqualTo(losses);
  }

  @Test
  void distance_ofSeveral_isTheLargestShare() {
    LossSequence reference = new LossSequence(List.of(2.0, 4.0));
    assertThat(new LossSequence(List.of(2.0, 4.0)).distance(reference)).isZero();
    assertThat(new LossSequence(List.of(2.5, 4.1)).distance(reference)).isEqualTo(0.25);
    assertThat(new LossSequence(List.of(2.0, 3.0)).distance(reference)).isEqualTo(0.25);
  }

  @Test
  void distance_ofWhatIsNoNumber_isNone() {
    LossSequence reference = new LossSequence(List.of(2.0, 4.0));
    assertThat(new LossSequence(List.of(2.0, Double.NaN)).distance(reference)).isNaN();
    assertThat(new LossSequence(List.of(Double.NaN, 4.0)).distance(reference)).isNaN();
  }
}
