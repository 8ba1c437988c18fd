package io.github.greenscreen.analysis.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RaceTest {
  private static final RaceRules HIGHEST = new RaceRules(true, 10, OptionalDouble.empty(), false);

  /** Noise that is the same in every test; its deviation is about 1. */
  private static final double[] NOISE = {0.3, -1.2, 0.8, 1.1, -0.4, -0.9, 0.6, -1.3, 1.4, -0.2};

  @Test
  void endRound_clearDifference_removesTheWorseOne() {
    Race race = new Race(2, HIGHEST);

    int rounds = run(race, 10, 0);

    assertThat(rounds).isEqualTo(4);
    assertThat(race.verdict()).isEqualTo(RaceVerdict.BETTER);
    assertThat(race.remaining()).containsExactly(0);
    assertThat(race.comparisons())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.better()).isZero();
              assertThat(each.other()).isEqualTo(1);
              assertThat(each.difference().isDecided()).isTrue();
            });
  }

  @Test
  void endRound_lowestWins_removesTheHigherOne() {
    Race race = new Race(2, new RaceRules(false, 10, OptionalDouble.empty(), false));

    run(race, 10, 0);

    assertThat(race.remaining()).containsExactly(1);
    assertThat(race.verdict()).isEqualTo(RaceVerdict.BETTER);
  }

  @Test
  void endRound_sharedEffectOfTheSeed_cancels() {
    Race race = new Race(2, HIGHEST);

    for (int round = 0; !race.isOver(); round++) {
      race.add(0, 100 * NOISE[round] + 10 + NOISE[round]);
      race.add(1, 100 * NOISE[round] + NOISE[9 - round]);
      race.endRound();
    }

    assertThat(race.verdict()).isEqualTo(RaceVerdict.BETTER);
    assertThat(race.remaining()).containsExactly(0);
  }

  @Test
  void endRound_worstIsClear_leavesTheOthersTied() {
    Race race = new Race(3, HIGHEST);

    int rounds = run(race, 10, 10.1, 0);

    assertThat(rounds).isEqualTo(10);
    assertThat(race.verdict()).isEqualTo(RaceVerdict.TIED);
    assertThat(race.remaining()).containsExactly(0, 1);
    assertThat(race.values(2)).hasSizeLessThan(10);
    assertThat(race.comparisons()).hasSize(2);
    assertThat(race.comparisons().get(1).difference().isDecided()).isFalse();
  }

  @Test
  void withdraw_theOther_showsNothing() {
    Race race = new Race(2, HIGHEST);
    race.add(0, 1);
    race.withdraw(1);
    race.endRound();

    assertThat(race.isOver()).isTrue();
    assertThat(race.verdict()).isEqualTo(RaceVerdict.UNOPPOSED);

    race.withdraw(0);
    assertThat(race.verdict()).isEqualTo(RaceVerdict.NONE);
  }

  @Test
  void withdraw_oneOfThree_leavesARaceOfTwo() {
    Race race = new Race(3, HIGHEST);
    race.withdraw(1);

    run(race, 10, 10, 0);

    assertThat(race.verdict()).isEqualTo(RaceVerdict.BETTER);
    assertThat(race.remaining()).containsExactly(0);
  }

  @Test
  void withdraw_theOneThatBeatTheOther_showsNothing() {
    Race race = new Race(3, HIGHEST);
    while (race.remaining().size() == 3) {
      int round = race.rounds();
      race.add(0, NOISE[round]);
      race.add(1, 10 + NOISE[9 - round]);
      race.add(2, round % 2 == 0 ? 40 : -30);
      race.endRound();
    }
    assertThat(race.remaining()).containsExactly(1, 2);

    race.withdraw(1);
    assertThat(race.verdict()).isEqualTo(RaceVerdict.UNOPPOSED);
  }

  @Test
  void isOver_differencesBelowTheMargin_endsEarly() {
    Race race = new Race(2, new RaceRules(true, 10, OptionalDouble.of(20), false));

    int rounds = run(race, 10.1, 10);

    assertThat(rounds).isEqualTo(4);
    assertThat(race.verdict()).isEqualTo(RaceVerdict.EQUIVALENT);
    assertThat(run(new Race(2, HIGHEST), 10.1, 10)).isEqualTo(10);
  }

  @Test
  void isOver_relativeMargin_isAShareOfTheBestMean() {
    assertThat(run(new Race(2, relative(0.2)), 100.1, 100)).isEqualTo(4);
    assertThat(run(new Race(2, relative(0.01)), 100.1, 100)).isEqualTo(10);
  }

  private static RaceRules relative(double margin) {
    return new RaceRules(true, 10, OptionalDouble.of(margin), true);
  }

  /** Run {@code race} with the given means, and return the number of rounds. */
  private static int run(Race race, double... means) {
    while (!race.isOver()) {
      List<Integer> remaining = race.remaining();
      for (int each : remaining) {
        race.add(each, means[each] + NOISE[(race.rounds() * (each + 1) + 3 * each) % 10]);
      }
      race.endRound();
    }
    return race.rounds();
  }
}
