package io.github.greenscreen.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Golden;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.race.Race;
import io.github.greenscreen.analysis.race.RaceEntry;
import io.github.greenscreen.analysis.race.RaceOutcome;
import io.github.greenscreen.analysis.race.RaceRules;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RaceTextTest {
  private static final double[] NOISE = {0.3, -1.2, 0.8, 1.1, -0.4, -0.9, 0.6, -1.3, 1.4, -0.2};

  @Test
  void all_winner_isTheGoldenText() {
    RaceOutcome outcome =
        outcome(RecommendationObjective.ACCURACY, OptionalDouble.empty(), "", 0.9, 0.85, 0.8);

    Golden.check(getClass(), "race.txt", new RaceText(outcome).all());
    Golden.check(getClass(), "race.json", RaceJson.of(outcome));
  }

  @Test
  void all_tiedEnergies_isTheGoldenText() {
    RaceOutcome outcome =
        outcome(RecommendationObjective.ENERGY, OptionalDouble.empty(), "", 12, 12.001, 20);

    Golden.check(getClass(), "race-tied.txt", new RaceText(outcome).all());
  }

  @Test
  void verdict_withdrawnConfiguration_isNamed() {
    RaceOutcome outcome =
        outcome(
            RecommendationObjective.ACCURACY,
            OptionalDouble.empty(),
            "run 012 was stopped",
            0.9,
            0.8,
            0.7);

    assertThat(new RaceText(outcome).verdict())
        .isEqualTo(
            "best.yaml has the highest accuracy, with a confidence of 95 %, apart from"
                + " best-3.yaml.");
    assertThat(new RaceText(outcome).all()).contains("withdrawn: run 012 was stopped");
  }

  @Test
  void verdict_onlyOneLeft_saysThatNothingIsShown() {
    RaceOutcome outcome =
        outcome(
            RecommendationObjective.ACCURACY,
            OptionalDouble.empty(),
            "run 012 was stopped",
            0.9,
            0.8);

    assertThat(new RaceText(outcome).verdict())
        .isEqualTo(
            "best.yaml is the only one that remains, but no comparison shows that it has the highest"
                + " accuracy.");
  }

  @Test
  void verdict_equivalent_namesTheMargin() {
    assertThat(
            new RaceText(
                    outcome(
                        RecommendationObjective.ACCURACY, OptionalDouble.of(0.1), "", 0.9, 0.8999))
                .verdict())
        .isEqualTo(
            "best.yaml and best-2.yaml are tied: their means differ by less than the margin of 10"
                + " points, with a confidence of 95 %.");
    assertThat(
            new RaceText(
                    outcome(RecommendationObjective.ENERGY, OptionalDouble.of(0.5), "", 12, 12.001))
                .verdict())
        .isEqualTo(
            "best.yaml and best-2.yaml are tied: their means differ by less than the margin of 50 %"
                + " of the best mean, with a confidence of 95 %.");
  }

  /** Race configurations of the given means; the last one is withdrawn for a reason, if any. */
  private static RaceOutcome outcome(
      RecommendationObjective objective,
      OptionalDouble margin,
      String withdrawal,
      double... means) {
    boolean isAccuracy = objective == RecommendationObjective.ACCURACY;
    Race race =
        new Race(means.length, new RaceRules(objective.isHighest(), 10, margin, !isAccuracy));
    List<List<String>> runs = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      runs.add(new ArrayList<>());
    }
    int last = means.length - 1;
    int number = 5;
    while (!race.isOver()) {
      for (int each : race.remaining()) {
        if (each == last && !withdrawal.isEmpty()) {
          race.withdraw(each);
        } else {
          double noise = NOISE[(race.rounds() * (each + 1) + 3 * each) % 10];
          race.add(each, means[each] + noise / 100);
          runs.get(each).add("%03d".formatted(number++));
        }
      }
      race.endRound();
    }
    List<RaceEntry> entries = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      entries.add(
          new RaceEntry(
              SummaryWriter.configuration(i + 1),
              SampleRuns.configuration("batch_size", Integer.toString(32 << i)),
              runs.get(i),
              i == last ? withdrawal : ""));
    }
    List<Long> seeds = LongStream.rangeClosed(1, 10).boxed().toList();
    return new RaceOutcome(objective, Cost.ENERGY, seeds, entries, race);
  }
}
