package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.space.Configuration;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LossesTest {
  private static List<History.Seen> seen(double... losses) {
    Study study = Studies.empty(Spaces.odometer(2, 4), 1);
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
    return new History(
            new Study(study.space(), study.objectives(), List.of(), trials, study.seed()))
        .seen();
  }

  private static double[] of(Goal goal, double... losses) {
    Study study =
        new Study(
            Spaces.odometer(2, 4), List.of(Objective.of("loss", goal)), List.of(), List.of(), 1);
    return Losses.of(study, seen(losses), new SplittableRandom(1));
  }

  @Test
  void of_maximise_isTurned() {
    assertThat(of(Goal.MAXIMIZE, 1, 3, 100)).containsExactly(-1, -3, -100);
  }

  @Test
  void of_minimiseOverADecade_isTheLogarithm() {
    assertThat(of(Goal.MINIMIZE, 1, 3, 100)).containsExactly(0, Math.log(3), Math.log(100));
    assertThat(of(Goal.MINIMIZE, 1, 3, 9)).containsExactly(1, 3, 9);
    assertThat(of(Goal.MINIMIZE, -1, 3, 100)).containsExactly(-1, 3, 100);
  }

  @Test
  void behindLimits_broken_comeLastByHowMuch() {
    List<Limit> limits = List.of(new Limit("val_accuracy", 4));
    double[] ranked = Losses.behindLimits(limits, seen(1, 6, 5, 3), new double[] {10, 1, 2, 30});
    assertThat(ranked[0]).isEqualTo(10);
    assertThat(ranked[3]).isEqualTo(30);
    assertThat(ranked[2]).isGreaterThan(30);
    assertThat(ranked[1]).isGreaterThan(ranked[2]);
  }
}
