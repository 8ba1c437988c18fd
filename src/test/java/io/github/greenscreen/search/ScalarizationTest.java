package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.space.Configuration;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScalarizationTest {
  private static List<TrialHistory.Seen> seen(double... losses) {
    StudySnapshot study = Studies.empty(Spaces.odometer(2, 4), 1);
    List<Trial> trials = new ArrayList<>();
    for (double loss : losses) {
      Configuration configuration = study.space().at(BigInteger.valueOf(trials.size()));
      trials.add(
          new Trial(
              trials.size() + 1,
              configuration,
              Trial.State.COMPLETED,
              Map.of("loss", loss, "val_accuracy", loss),
              List.of()));
    }
    return new TrialHistory(
            new StudySnapshot(study.space(), study.objectives(), List.of(), trials, study.seed()))
        .seen();
  }

  private static double[] of(Direction goal, double... losses) {
    StudySnapshot study =
        new StudySnapshot(
            Spaces.odometer(2, 4), List.of(Objective.of("loss", goal)), List.of(), List.of(), 1);
    return Scalarization.of(study, seen(losses), new SplittableRandom(1));
  }

  @Test
  void of_maximise_isTurned() {
    assertThat(of(Direction.MAXIMIZE, 1, 3, 100)).containsExactly(-1, -3, -100);
  }

  @Test
  void of_minimise_isLeftAlone() {
    assertThat(of(Direction.MINIMIZE, 1, 3, 100)).containsExactly(1, 3, 100);
  }

  @Test
  void behindLimits_broken_comeLastByHowMuch() {
    List<Constraint> limits = List.of(new Constraint("val_accuracy", 4));
    double[] ranked =
        Scalarization.behindLimits(limits, seen(1, 6, 5, 3), new double[] {10, 1, 2, 30});
    assertThat(ranked[0]).isEqualTo(10);
    assertThat(ranked[3]).isEqualTo(30);
    assertThat(ranked[2]).isGreaterThan(30);
    assertThat(ranked[1]).isGreaterThan(ranked[2]);
  }
}
