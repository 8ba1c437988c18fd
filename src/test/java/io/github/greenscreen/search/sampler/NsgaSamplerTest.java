package io.github.greenscreen.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.Problems;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.pareto.NonDominatedSorting;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NsgaSamplerTest {
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              Problems.range("x", "0", "1"),
              Problems.range("y", "0", "1"),
              Problems.range("z", "0", "1")));

  /** Two objectives whose front is y = z = 0, with x trading one for the other. */
  private static List<Trial> run(Sampler sampler) {
    List<Trial> trials = new ArrayList<>();
    List<Objective> objectives =
        List.of(
            Objective.of("loss", Direction.MINIMIZE), Objective.of("score", Direction.MAXIMIZE));
    for (int number = 1; number <= 60; number++) {
      var configuration =
          sampler.next(new StudySnapshot(SPACE, objectives, List.of(), trials, 3)).orElseThrow();
      double away = Problems.number(configuration, "y") + Problems.number(configuration, "z");
      double x = Problems.number(configuration, "x");
      Map<String, Double> metrics =
          Map.of("loss", x * x + away, "score", -(x - 1) * (x - 1) - away);
      trials.add(new Trial(number, configuration, Trial.State.COMPLETED, metrics, List.of()));
    }
    return trials;
  }

  private static double away(List<Trial> trials) {
    return trials.stream()
        .skip(40)
        .mapToDouble(
            trial ->
                Problems.number(trial.configuration(), "y")
                    + Problems.number(trial.configuration(), "z"))
        .average()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(names = {"NSGA2", "TPE", "BAYES"})
  void next_twoObjectives_comesNearerToTheFrontThanRandom(SamplerType method) {
    assertThat(away(run(method.sampler()))).isLessThan(0.7 * away(run(new RandomSampler())));
  }

  @Test
  void best_fronts_areInOrderAndEndsFirst() {
    List<double[]> points =
        List.of(
            new double[] {3, 3},
            new double[] {1, 2},
            new double[] {2, 1},
            new double[] {1.4, 1.5},
            new double[] {0, 0});
    double[] excess = {0, 0, 0, 0, 0.5};
    assertThat(new NonDominatedSorting(points, excess).best(5)).containsExactly(1, 2, 3, 0, 4);
    assertThat(new NonDominatedSorting(points, excess).best(2)).containsExactly(1, 2);
  }
}
