package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.search.sampler.BayesSampler;
import io.github.greenscreen.search.sampler.Sampler;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every way of searching promises. */
class EverySamplerTest {
  private static final Problem SMALL =
      new Problem(
          Spaces.odometer(3, 3),
          List.of(new Constraint("power", 4)),
          c -> Map.of("loss", sum(c), "power", 6 - sum(c)));

  private static double sum(Configuration configuration) {
    return configuration.values().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("p"))
        .mapToInt(entry -> Integer.parseInt(entry.getValue()))
        .sum();
  }

  @ParameterizedTest
  @EnumSource
  void next_finiteSpace_givesEveryConfigurationOnceAndThenNothing(SamplerType method) {
    StudySnapshot study = SMALL.start(5);
    for (int i = 0; i < 27; i++) {
      study = SMALL.ended(study, method.sampler().next(study).orElseThrow());
    }
    assertThat(new HashSet<>(study.taken())).hasSize(27);
    assertThat(method.sampler().next(study)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void next_sameHistoryInAnotherOrder_isTheSame(SamplerType method) {
    StudySnapshot study = SMALL.run(method.sampler(), 20, 9);
    List<Trial> shuffled = new ArrayList<>(study.trials());
    Collections.shuffle(shuffled, new Random(2));
    StudySnapshot again =
        new StudySnapshot(
            study.space(), study.objectives(), study.limits(), shuffled, study.seed());
    assertThat(method.sampler().next(again)).isPresent().isEqualTo(method.sampler().next(study));
  }

  @ParameterizedTest
  @EnumSource
  void next_onlyConstants_isTheBaselineOnce(SamplerType method) {
    SearchSpace space = Spaces.odometer(0, 1);
    StudySnapshot study = Studies.empty(space, 3);
    assertThat(method.sampler().next(study)).contains(space.baseline());
    assertThat(method.sampler().next(study.withPending(space.baseline()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void next_workersAndResume_giveTheSameSuggestions(int workers) {
    for (SamplerType method : SamplerType.values()) {
      if (method != SamplerType.GRID) {
        assertThat(withWorkers(method.sampler(), workers, 16))
            .as(method.configName())
            .isEqualTo(withWorkers(method.sampler(), workers, 1_000))
            .doesNotHaveDuplicates()
            .hasSize(32);
      }
    }
  }

  /**
   * Ask with as many pending trials as there are workers, the latest of which ends first. After
   * {@code restart} trials everything is forgotten but the trials.
   */
  private static List<Configuration> withWorkers(Sampler sampler, int workers, int restart) {
    Problem problem = Problems.mixed();
    StudySnapshot study = problem.start(4);
    for (int asked = 1; asked <= 32; asked++) {
      if (asked == restart) {
        List<Trial> trials = new ArrayList<>(study.trials());
        Collections.reverse(trials);
        study = new StudySnapshot(problem.space(), study.objectives(), List.of(), trials, 4);
      }
      study = study.withPending(sampler.next(study).orElseThrow());
      study = asked % workers == 0 ? endPending(problem, study) : study;
    }
    return List.copyOf(study.taken());
  }

  private static StudySnapshot endPending(Problem problem, StudySnapshot study) {
    List<Trial> trials = new ArrayList<>();
    for (Trial trial : study.trials()) {
      Configuration configuration = trial.configuration();
      Map<String, Double> metrics = problem.measure().apply(configuration);
      trials.add(
          new Trial(trial.number(), configuration, Trial.State.COMPLETED, metrics, List.of()));
    }
    return new StudySnapshot(
        study.space(), study.objectives(), study.limits(), trials, study.seed());
  }

  @Test
  void next_failedTrials_areTakenButNotLearntFrom() {
    Problem problem = Problems.mixed();
    for (SamplerType method :
        List.of(SamplerType.TPE, SamplerType.BAYES, SamplerType.HYPERPOWER, SamplerType.NSGA2)) {
      StudySnapshot study = problem.run(method.sampler(), 24, 4);
      Configuration next = method.sampler().next(study).orElseThrow();
      List<Trial> trials = new ArrayList<>(study.trials());
      trials.add(new Trial(0, next, Trial.State.FAILED, Map.of("loss", -1e9), List.of()));
      StudySnapshot failed =
          new StudySnapshot(study.space(), study.objectives(), List.of(), trials, study.seed());
      Optional<Configuration> other = method.sampler().next(failed);
      assertThat(other).as(method.configName()).isPresent().isNotEqualTo(Optional.of(next));
    }
  }

  @Test
  void next_stoppedTrials_areLearntFrom() {
    Problem problem = Problems.mixed();
    StudySnapshot study = problem.run(new BayesSampler(), 20, 4);
    List<Trial> stopped =
        study.trials().stream()
            .map(
                t ->
                    new Trial(
                        t.number(), t.configuration(), Trial.State.STOPPED, t.metrics(), t.curve()))
            .toList();
    StudySnapshot other =
        new StudySnapshot(study.space(), study.objectives(), List.of(), stopped, study.seed());
    assertThat(new BayesSampler().next(other)).isEqualTo(new BayesSampler().next(study));
  }
}
