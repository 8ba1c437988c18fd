package io.github.greenscreen.search.stopper;

import static io.github.greenscreen.search.stopper.Curve.ACCURACY;
import static io.github.greenscreen.search.stopper.Curve.study;
import static io.github.greenscreen.search.stopper.Curve.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.Trial.State;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RandomGuessStopperTest {
  private static final RandomGuessStopper STOPPER = new RandomGuessStopper(3, 10, 0.01);

  @Test
  void reason_guessingFromTheStart_stopsAfterTheEpochs() {
    assertThat(reason(0.1, 0.09)).isEmpty();
    assertThat(reason(0.1, 0.09, 0.105))
        .contains(
            "chance: best val_accuracy of the last 3 epochs is 0.105; guessing among 10 "
                + "classes gives 0.1, within the margin of 0.01");
    assertThat(reason(0.1, 0.09, 0.1))
        .contains(
            "chance: best val_accuracy of the last 3 epochs is 0.1; guessing among 10 "
                + "classes gives 0.1");
  }

  @Test
  void reason_oneEpochAboveChance_isNone() {
    assertThat(reason(0.1, 0.12, 0.1)).isEmpty();
  }

  @Test
  void reason_learntAndLost_stopsAsWell() {
    assertThat(reason(0.5, 0.1, 0.1)).isEmpty();
    assertThat(reason(0.5, 0.1, 0.1, 0.1)).isPresent();
  }

  @Test
  void reason_epochWithoutANumber_isNone() {
    assertThat(reason(0.1, Double.NaN, 0.1)).isEmpty();
  }

  @Test
  void reason_otherObjective_looksAtAccuracyAllTheSame() {
    Trial running = trial(1, State.PENDING, ACCURACY, 0.1, 0.1, 0.1);

    assertThat(STOPPER.reason(study(Curve.LOSS, running), running)).isPresent();
  }

  @Test
  void create_illegal_isRefused() {
    assertThatThrownBy(() -> new RandomGuessStopper(0, 10, 0.01))
        .hasMessage(
            "chance: epochs is 0, classes 10 and margin 0.01; expected at least 1, at least 2 and a"
                + " share from 0 to 1");
  }

  @Test
  void settings_nameAllThree() {
    assertThat(STOPPER.settings()).isEqualTo("after 3 epochs; 10 classes; margin 0.01");
  }

  private static Optional<String> reason(double... accuracies) {
    Trial running = trial(1, State.PENDING, ACCURACY, accuracies);
    return STOPPER.reason(study(ACCURACY, running), running);
  }
}
