package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.search.sampler.GridSampler;
import io.github.greenscreen.search.sampler.Sampler;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AskTellOptimizerTest {
  private static final SearchSpace SPACE = Spaces.odometer(2, 3);
  private static final Sampler GRID = new GridSampler();

  @Test
  void ask_uponEachCall_givesTheNextAndCallsItPending() {
    AskTellOptimizer search = new AskTellOptimizer(Studies.empty(SPACE, 1), GRID::next, 3);

    Trial one = search.ask().orElseThrow();
    Trial two = search.ask().orElseThrow();

    assertThat(List.of(one.number(), two.number())).containsExactly(1, 2);
    assertThat(two.configuration()).isEqualTo(GRID.sequence(Studies.empty(SPACE, 1), 2).get(1));
    assertThat(search.study().trials()).containsExactly(one, two);
  }

  @Test
  void ask_budgetGivenOut_isEmptyAndNotExhausted() {
    AskTellOptimizer search = new AskTellOptimizer(Studies.empty(SPACE, 1), GRID::next, 1);

    assertThat(search.ask()).isPresent();
    assertThat(search.goesOn()).isFalse();
    assertThat(search.ask()).isEmpty();
    assertThat(search.isExhausted()).isFalse();
  }

  @Test
  void ask_spaceUsedUp_isExhaustedAndStaysSo() {
    AskTellOptimizer search = new AskTellOptimizer(Studies.empty(SPACE, 1), GRID::next, 100);
    assertThat(search.expected()).isEqualTo(9);

    int given = 0;
    while (search.ask().isPresent()) {
      given++;
    }

    assertThat(given).isEqualTo(9);
    assertThat(search.isExhausted()).isTrue();
    assertThat(search.expected()).isEqualTo(9);
  }

  @Test
  void ask_knownTrials_areSeenAndNotCounted() {
    List<StudySnapshot> seen = new ArrayList<>();
    StudySnapshot start = Studies.pending(SPACE, List.of(SPACE.baseline()), 1);
    AskTellOptimizer search =
        new AskTellOptimizer(
            start,
            study -> {
              seen.add(study);
              return GRID.next(study);
            },
            1);

    assertThat(search.expected()).isEqualTo(1);
    assertThat(search.ask().orElseThrow().number()).isEqualTo(2);
    assertThat(seen.get(0).trials()).hasSize(1);
    assertThat(search.ask()).isEmpty();
  }

  @Test
  void ask_afterTell_letsTheSamplerSeeTheResult() {
    AskTellOptimizer search =
        new AskTellOptimizer(
            Studies.empty(SPACE, 1),
            study ->
                Optional.of(
                    SPACE.at(
                        BigInteger.valueOf(
                            study.trials().stream()
                                .filter(trial -> trial.metric("val_accuracy").isPresent())
                                .count()))),
            5);

    Trial first = search.ask().orElseThrow();
    search.tell(completed(first, 0.5));

    assertThat(search.ask().orElseThrow().configuration()).isEqualTo(SPACE.at(BigInteger.ONE));
  }

  @Test
  void ask_tryingFirst_goesThroughThemAndSkipsWhatIsTaken() {
    Configuration last = SPACE.at(BigInteger.valueOf(8));
    StudySnapshot start = Studies.pending(SPACE, List.of(SPACE.baseline()), 1);
    AskTellOptimizer search =
        new AskTellOptimizer(start, GRID::next, 5).trying(List.of(SPACE.baseline(), last));

    assertThat(search.ask().orElseThrow().configuration()).isEqualTo(last);
    assertThat(search.ask().orElseThrow().configuration()).isEqualTo(SPACE.at(BigInteger.ONE));
  }

  @Test
  void give_whatWasToBeTriedFirst_isNotTriedAgain() {
    Configuration last = SPACE.at(BigInteger.valueOf(8));
    AskTellOptimizer search =
        new AskTellOptimizer(Studies.empty(SPACE, 1), GRID::next, 5).trying(List.of(last));

    search.give(last);

    assertThat(search.ask().orElseThrow().configuration()).isEqualTo(SPACE.baseline());
  }

  @Test
  void withdraw_suggestion_isToldAsFailedAndNotCounted() {
    AskTellOptimizer search = new AskTellOptimizer(Studies.empty(SPACE, 1), GRID::next, 1);

    search.withdraw(search.ask().orElseThrow());

    assertThat(search.study().trials().get(0).state()).isEqualTo(Trial.State.FAILED);
    assertThat(search.ask().orElseThrow().number()).isEqualTo(2);
    assertThat(search.goesOn()).isFalse();
  }

  @Test
  void tell_trialThatWasNotGivenOut_isRefused() {
    AskTellOptimizer search = new AskTellOptimizer(Studies.empty(SPACE, 1), GRID::next, 1);

    assertThatThrownBy(() -> search.tell(Trial.pending(1, SPACE.baseline())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trial 1 was not suggested");
  }

  @Test
  void reached_targetOfACompletedTrial_endsTheSearch() {
    AskTellOptimizer search = new AskTellOptimizer(aiming(0.9), GRID::next, 5);
    Trial one = search.ask().orElseThrow();
    Trial two = search.ask().orElseThrow();

    search.tell(completed(one, 0.9).as(Trial.State.STOPPED));
    assertThat(search.reached()).isEmpty();
    search.tell(completed(two, 0.9));

    assertThat(search.reached().orElseThrow().number()).isEqualTo(2);
    assertThat(search.ask()).isEmpty();
    assertThat(search.isExhausted()).isFalse();
  }

  @Test
  void reached_targetOfAKnownTrial_isNotReached() {
    StudySnapshot aim = aiming(0.9);
    Trial known = completed(Trial.pending(1, SPACE.baseline()), 0.95);
    StudySnapshot start = new StudySnapshot(SPACE, aim.objectives(), List.of(), List.of(known), 1);

    assertThat(new AskTellOptimizer(start, GRID::next, 5).goesOn()).isTrue();
  }

  private static StudySnapshot aiming(double target) {
    Objective aim = new Objective("val_accuracy", Direction.MAXIMIZE, OptionalDouble.of(target));
    return new StudySnapshot(SPACE, List.of(aim), List.of(), List.of(), 1);
  }

  private static Trial completed(Trial trial, double accuracy) {
    return new Trial(
        trial.number(),
        trial.configuration(),
        Trial.State.COMPLETED,
        Map.of("val_accuracy", accuracy),
        List.of());
  }
}
