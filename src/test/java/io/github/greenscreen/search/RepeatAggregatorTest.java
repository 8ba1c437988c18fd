package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.search.Trial.State;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RepeatAggregatorTest {
  private static final Configuration WHAT = Configuration.of(Map.of("lr", "1"));
  private static final List<Map<String, Double>> CURVE = List.of(Map.of("loss", 1.0));

  @Test
  void join_completedOnes_areAveraged() {
    Trial joined =
        RepeatAggregator.join(
            7,
            WHAT,
            List.of(
                trial(State.COMPLETED, Map.of("val_accuracy", 0.5, "energy_Wh", 2.0)),
                trial(State.COMPLETED, Map.of("val_accuracy", 0.7)),
                trial(State.FAILED, Map.of("val_accuracy", 0.0))));

    assertThat(joined.number()).isEqualTo(7);
    assertThat(joined.configuration()).isEqualTo(WHAT);
    assertThat(joined.state()).isEqualTo(State.COMPLETED);
    assertThat(joined.metric("val_accuracy").orElseThrow()).isCloseTo(0.6, within());
    assertThat(joined.metric("energy_Wh")).isEmpty();
    assertThat(joined.curve()).isEmpty();
  }

  @Test
  void join_onePending_isPendingAndTellsNothing() {
    Trial joined =
        RepeatAggregator.join(
            1,
            WHAT,
            List.of(
                trial(State.COMPLETED, Map.of("val_accuracy", 0.5)),
                trial(State.PENDING, Map.of("val_accuracy", 0.1))));

    assertThat(joined).isEqualTo(Trial.pending(1, WHAT));
  }

  @Test
  void join_noneCompleted_isStoppedOrFailed() {
    Trial stopped = trial(State.STOPPED, Map.of("val_accuracy", 0.2));
    Trial failed = trial(State.FAILED, Map.of());

    assertThat(RepeatAggregator.join(1, WHAT, List.of(failed, stopped)).state())
        .isEqualTo(State.STOPPED);
    assertThat(RepeatAggregator.join(1, WHAT, List.of(failed, stopped)).metric("val_accuracy"))
        .hasValue(0.2);
    assertThat(RepeatAggregator.join(1, WHAT, List.of(failed)).state()).isEqualTo(State.FAILED);
  }

  @Test
  void join_oneAlone_keepsItsCurve() {
    Trial one = trial(State.COMPLETED, Map.of("val_accuracy", 0.5));

    assertThat(RepeatAggregator.join(3, WHAT, List.of(one)).curve()).isEqualTo(CURVE);
  }

  private static Trial trial(State state, Map<String, Double> metrics) {
    return new Trial(1, WHAT, state, metrics, CURVE);
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-12);
  }
}
