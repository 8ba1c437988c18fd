package io.github.greenscreen.djl.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossesTest {
  @Test
  void parse_ofText_losesNoDigit() {
    Losses losses = new Losses(List.of(2.3025850929940455, 0.1 + 0.2, Double.NaN));
    assertThat(Losses.parse(losses.text())).isEqualTo(losses);
  }

  @Test
  void distance_ofSeveral_isTheLargestShare() {
    Losses reference = new Losses(List.of(2.0, 4.0));
    assertThat(new Losses(List.of(2.0, 4.0)).distance(reference)).isZero();
    assertThat(new Losses(List.of(2.5, 4.1)).distance(reference)).isEqualTo(0.25);
    assertThat(new Losses(List.of(2.0, 3.0)).distance(reference)).isEqualTo(0.25);
  }

  @Test
  void distance_ofWhatIsNoNumber_isNone() {
    Losses reference = new Losses(List.of(2.0, 4.0));
    assertThat(new Losses(List.of(2.0, Double.NaN)).distance(reference)).isNaN();
    assertThat(new Losses(List.of(Double.NaN, 4.0)).distance(reference)).isNaN();
  }
}
