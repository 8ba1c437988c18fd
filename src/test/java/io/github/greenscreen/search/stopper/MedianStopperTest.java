package io.github.greenscreen.search.stopper;

import static io.github.greenscreen.search.stopper.Curve.LOSS;
import static io.github.greenscreen.search.stopper.Curve.study;
import static io.github.greenscreen.search.stopper.Curve.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.Trial.State;
import org.junit.jupiter.api.Test;

class MedianStopperTest {
  private static final MedianStopper STOPPER = new MedianStopper(1, 2);
  private static final StudySnapshot STUDY =
      study(
          LOSS,
          trial(1, State.COMPLETED, LOSS, 4, 2, 1),
          trial(2, State.COMPLETED, LOSS, 6, 6, 6),
          trial(3, State.STOPPED, LOSS, 99));

  @Test
  void reason_worseThanTheMedianOfMeans_saysBoth() {
    Trial running = trial(4, State.PENDING, LOSS, 9, 5);

    assertThat(STOPPER.reason(STUDY, running))
        .contains(
            "median: best loss 5 after 2 epochs is worse than 4.5, the median of 2 other runs");
  }

  @Test
  void reason_bestSoFarAsGood_isNone() {
    assertThat(STOPPER.reason(STUDY, trial(4, State.PENDING, LOSS, 4.5, 9))).isEmpty();
  }

  @Test
  void reason_withinTheGrace_isNone() {
    assertThat(STOPPER.reason(STUDY, trial(4, State.PENDING, LOSS, 999))).isEmpty();
  }

  @Test
  void reason_tooFewOthers_isNone() {
    StudySnapshot study = study(LOSS, trial(1, State.COMPLETED, LOSS, 1, 1));

    assertThat(STOPPER.reason(study, trial(2, State.PENDING, LOSS, 9, 9))).isEmpty();
  }

  @Test
  void create_illegal_isRefused() {
    assertThatThrownBy(() -> new MedianStopper(3, 0))
        .hasMessage("median: grace is 3 and min_runs 0; expected at least 0 and 1");
  }

  @Test
  void settings_nameGraceAndRuns() {
    assertThat(STOPPER.settings()).isEqualTo("grace 1 epoch; at least 2 other runs");
  }
}
