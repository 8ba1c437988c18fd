package io.github.greenscreen.search.stopper;

import static io.github.greenscreen.search.stopper.Curve.ACCURACY;
import static io.github.greenscreen.search.stopper.Curve.study;
import static io.github.greenscreen.search.stopper.Curve.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.Trial.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class AshaStopperTest {
  private static final AshaStopper STOPPER = new AshaStopper(List.of(2, 4), 3);

  @Test
  void reason_firstRun_passesEveryRung() {
    Trial running = trial(1, State.PENDING, ACCURACY, 0.1, 0.1);

    assertThat(STOPPER.reason(study(ACCURACY, running), running)).isEmpty();
  }

  @Test
  void reason_betweenRungs_isNone() {
    StudySnapshot study = study(ACCURACY, trial(1, State.COMPLETED, ACCURACY, 0.9, 0.9, 0.9));
    Trial running = trial(2, State.PENDING, ACCURACY, 0.1, 0.1, 0.1);

    assertThat(STOPPER.reason(study, running)).isEmpty();
  }

  @Test
  void reason_notAmongTheBestThird_saysItsPlace() {
    StudySnapshot study =
        study(
            ACCURACY,
            trial(1, State.COMPLETED, ACCURACY, 0.2, 0.3, 0.9, 0.9),
            trial(2, State.STOPPED, ACCURACY, 0.1, 0.1),
            trial(3, State.PENDING, ACCURACY, 0.9));
    Trial running = trial(4, State.PENDING, ACCURACY, 0.2, 0.1);

    assertThat(STOPPER.reason(study, running))
        .contains(
            "asha: val_accuracy 0.2 after 2 epochs has rank 2 of 3 runs; only the best 1 continue");
  }

  @Test
  void reason_bestSoFar_countsNotTheLastValue() {
    StudySnapshot study = study(ACCURACY, trial(1, State.COMPLETED, ACCURACY, 0.2, 0.3));
    Trial running = trial(2, State.PENDING, ACCURACY, 0.4, 0.0);

    assertThat(STOPPER.reason(study, running)).isEmpty();
  }

  @Test
  void reason_sixRuns_letsTwoPass() {
    StudySnapshot study =
        study(
            ACCURACY,
            trial(1, State.STOPPED, ACCURACY, 0.1, 0.1),
            trial(2, State.STOPPED, ACCURACY, 0.1, 0.2),
            trial(3, State.STOPPED, ACCURACY, 0.1, 0.3),
            trial(4, State.STOPPED, ACCURACY, 0.1, 0.4),
            trial(5, State.COMPLETED, ACCURACY, 0.1, 0.6));

    assertThat(STOPPER.reason(study, trial(6, State.PENDING, ACCURACY, 0.1, 0.5))).isEmpty();
    assertThat(STOPPER.reason(study, trial(6, State.PENDING, ACCURACY, 0.1, 0.35))).isPresent();
  }

  @Test
  void reason_equals_standTogether() {
    StudySnapshot study = study(ACCURACY, trial(1, State.COMPLETED, ACCURACY, 0.2, 0.3));

    assertThat(STOPPER.reason(study, trial(2, State.PENDING, ACCURACY, 0.3, 0.3))).isEmpty();
  }

  @Test
  void reason_noNumbersAtAll_isTheWorst() {
    StudySnapshot study = study(ACCURACY, trial(1, State.COMPLETED, ACCURACY, 0.2, 0.3));
    Trial running = trial(2, State.PENDING, ACCURACY, Double.NaN, Double.NaN);

    assertThat(STOPPER.reason(study, running))
        .contains(
            "asha: val_accuracy unknown after 2 epochs has rank 2 of 2 runs; only the best 1 "
                + "continue");
  }

  @Test
  void create_illegal_isRefused() {
    assertThatThrownBy(() -> new AshaStopper(List.of(), 3))
        .hasMessage("asha has no rung; expected epochs such as 3/9/27");
    assertThatThrownBy(() -> new AshaStopper(List.of(3), 1))
        .hasMessage("asha: eta is 1; expected a whole number above 1 such as 3");
  }

  @Test
  void settings_nameRungsAndFactor() {
    assertThat(STOPPER.settings()).isEqualTo("rungs 2, 4; eta 3");
  }
}
