package io.github.greenscreen.search.stopper;

import static io.github.greenscreen.search.stopper.Curve.LOSS;
import static io.github.greenscreen.search.stopper.Curve.study;
import static io.github.greenscreen.search.stopper.Curve.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.Trial.State;
import org.junit.jupiter.api.Test;

class HyperbandStopperTest {
  private static final double NAN = Double.NaN;

  /** The five runs of the example in the code of Weights and Biases, which stops b alone. */
  private static final StudySnapshot EXAMPLE =
      study(
          LOSS,
          trial(1, State.COMPLETED, LOSS, 10, 9),
          trial(2, State.PENDING, LOSS, 10, 10),
          trial(3, State.PENDING, LOSS, 10, 8, 8),
          trial(4, State.PENDING, LOSS, 10, 7, 7),
          trial(5, State.COMPLETED, LOSS, 10, 6, 6));

  @Test
  void brackets_fromMinIter_multiplyByEta() {
    assertThat(HyperbandStopper.from(3, 3, false).brackets()).startsWith(3, 9, 27, 81);
    assertThat(HyperbandStopper.from(3, 1.5, false).brackets()).startsWith(3, 4, 6, 10);
  }

  @Test
  void from_minIterOfNothing_isRefused() {
    assertThatThrownBy(() -> HyperbandStopper.from(0, 3, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hyperband: min_iter is 0; expected an epoch of at least 1, such as 3");
  }

  @Test
  void brackets_fromMaxIter_divideByEtaAndNeverPassOne() {
    assertThat(HyperbandStopper.upTo(27, 2, 3, false).brackets()).containsExactly(3, 9);
    assertThat(HyperbandStopper.upTo(27, 9, 3, false).brackets()).containsExactly(1, 3, 9);
    assertThat(HyperbandStopper.upTo(5, 2, 2, false).brackets()).containsExactly(1, 2);
  }

  @Test
  void reason_exampleOfWeightsAndBiases_stopsTheWorstAtTheBracket() {
    HyperbandStopper stopper = HyperbandStopper.upTo(5, 2, 2, false);

    assertThat(stopper.reason(EXAMPLE, EXAMPLE.trials().get(1)))
        .contains("hyperband: loss 10 is worse than 8, the threshold of 5 runs after 2 epochs");
    assertThat(stopper.reason(EXAMPLE, EXAMPLE.trials().get(2))).isEmpty();
    assertThat(stopper.reason(EXAMPLE, EXAMPLE.trials().get(3))).isEmpty();
  }

  @Test
  void reason_beforeTheFirstBracket_isNone() {
    HyperbandStopper stopper = HyperbandStopper.from(3, 3, false);
    Trial running = trial(9, State.PENDING, LOSS, 99, 99);

    assertThat(stopper.reason(EXAMPLE, running)).isEmpty();
  }

  @Test
  void reason_recoveredSince_stopsOnlyWhereStrict() {
    StudySnapshot study =
        study(
            LOSS,
            trial(1, State.COMPLETED, LOSS, 1, 1, 1),
            trial(2, State.COMPLETED, LOSS, 2, 2, 2),
            trial(3, State.PENDING, LOSS, 9, 9, 0.5));
    Trial running = study.trials().get(2);

    assertThat(HyperbandStopper.from(2, 3, false).reason(study, running)).isEmpty();
    assertThat(HyperbandStopper.from(2, 3, true).reason(study, running))
        .contains("hyperband: loss 9 is worse than 2, the threshold of 3 runs after 2 epochs");
  }

  @Test
  void reason_epochsWithoutANumber_doNotCount() {
    Trial running = trial(2, State.PENDING, LOSS, NAN, NAN, 10);

    assertThat(HyperbandStopper.from(2, 2, false).reason(EXAMPLE, running)).isEmpty();
  }

  @Test
  void reason_failedRuns_areLeftOut() {
    StudySnapshot study =
        study(LOSS, trial(1, State.FAILED, LOSS, 1, 1), trial(2, State.PENDING, LOSS, 5, 5));

    assertThat(HyperbandStopper.from(2, 3, false).reason(study, study.trials().get(1))).isEmpty();
  }

  @Test
  void reason_maximize_turnsTheComparison() {
    Objective accuracy = Curve.ACCURACY;
    StudySnapshot study =
        study(
            accuracy,
            trial(1, State.COMPLETED, accuracy, 0.5),
            trial(2, State.COMPLETED, accuracy, 0.4),
            trial(3, State.PENDING, accuracy, 0.1));

    assertThat(HyperbandStopper.from(1, 3, false).reason(study, study.trials().get(2)))
        .contains(
            "hyperband: val_accuracy 0.1 is worse than 0.4, the threshold of 3 runs after 1 epoch");
  }

  @Test
  void create_withoutABracket_saysWhatToDo() {
    assertThatThrownBy(() -> HyperbandStopper.upTo(2, 3, 3, false))
        .hasMessage(
            "hyperband has no bracket; raise max_iter or lower eta so that max_iter / eta "
                + "is at least 1");
    assertThatThrownBy(() -> HyperbandStopper.from(3, 1, false))
        .hasMessage("hyperband: eta is 1; expected a number above 1 such as 3");
  }

  @Test
  void settings_nameTheFirstBrackets() {
    assertThat(HyperbandStopper.from(3, 3, true).settings())
        .isEqualTo("brackets 3, 9, 27, 81, ...; eta 3; strict");
    assertThat(HyperbandStopper.upTo(27, 2, 3, false).settings())
        .isEqualTo("brackets 3, 9; eta 3; not strict");
  }
}
