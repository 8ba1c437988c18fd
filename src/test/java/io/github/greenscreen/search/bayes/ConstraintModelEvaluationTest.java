package io.github.greenscreen.search.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.search.Problems;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.RandomSampler;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConstraintModelEvaluationTest {

  @Test
  void of_metricThatFollowsTheParameters_isForetold() {
    StudySnapshot study = Problems.limitedBranin().run(new RandomSampler(), 20, 1);
    List<ConstraintModelEvaluation> forecasts = ConstraintModelEvaluation.of(study);
    assertThat(forecasts).hasSize(1);
    ConstraintModelEvaluation forecast = forecasts.get(0);
    assertThat(forecast.limit().metric()).isEqualTo("power");
    assertThat(forecast.trials()).isEqualTo(20);
    assertThat(forecast.error()).isLessThan(0.1 * forecast.spread());
    double squares =
        forecast.predicted().stream()
            .mapToDouble(one -> Math.pow(one.measured() - one.predicted(), 2))
            .average()
            .orElseThrow();
    assertThat(Math.sqrt(squares)).isCloseTo(forecast.error(), within(1e-9));
    assertThat(forecast.predicted())
        .extracting(ConstraintModelEvaluation.HeldOutPrediction::trial)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    assertThat(forecast.predicted().get(4).measured())
        .isEqualTo(study.trials().get(4).metric("power").orElseThrow());
  }

  @Test
  void of_quantityThatFallsToZero_isNeverPredictedBelowIt() {
    StudySnapshot study = Problems.limitedBranin().run(new RandomSampler(), 30, 1);
    List<Trial> steep =
        study.trials().stream()
            .map(
                trial ->
                    new Trial(
                        trial.number(),
                        trial.configuration(),
                        trial.state(),
                        Map.of(
                            "power", Math.max(0, 8 * (trial.metric("power").orElseThrow() - 15))),
                        List.of()))
            .toList();
    StudySnapshot falling =
        new StudySnapshot(study.space(), study.objectives(), study.limits(), steep, study.seed());

    assertThat(ConstraintModelEvaluation.of(falling).get(0).predicted())
        .allSatisfy(one -> assertThat(one.predicted()).isNotNegative())
        .anySatisfy(one -> assertThat(one.predicted()).isZero());
  }

  @Test
  void of_twoTrials_isNotGiven() {
    assertThat(
            ConstraintModelEvaluation.of(Problems.limitedBranin().run(new RandomSampler(), 2, 1)))
        .isEmpty();
  }
}
