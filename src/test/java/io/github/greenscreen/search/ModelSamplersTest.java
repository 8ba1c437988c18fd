package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.search.sampler.BayesSampler;
import io.github.greenscreen.search.sampler.RandomSampler;
import io.github.greenscreen.search.sampler.Sampler;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.search.sampler.TpeSampler;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.SearchSpace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Known optima are reached by what learns, and not by random search, at the same budget: means over
 * seeds.
 */
class ModelSamplersTest {
  private static final int SEEDS = 5;
  private final RandomSampler random = new RandomSampler();
  private final BayesSampler bayes = new BayesSampler();
  private final TpeSampler tpe = new TpeSampler();

  @Test
  void next_branin_reachesTheMinimum() {
    Problem problem = Problems.branin();
    assertThat(problem.meanBest(bayes, 40, SEEDS)).isLessThan(Problems.BRANIN + 0.01);
    assertThat(problem.meanBest(random, 40, SEEDS)).isGreaterThan(Problems.BRANIN + 0.2);
    assertThat(problem.meanBest(tpe, 100, SEEDS)).isLessThan(Problems.BRANIN + 0.15);
    assertThat(problem.meanBest(random, 100, SEEDS)).isGreaterThan(Problems.BRANIN + 0.15);
  }

  @Test
  void next_hartmann_reachesTheMinimum() {
    Problem problem = Problems.hartmann();
    assertThat(problem.meanBest(bayes, 60, SEEDS)).isLessThan(Problems.HARTMANN + 0.25);
    assertThat(problem.meanBest(random, 60, SEEDS)).isGreaterThan(Problems.HARTMANN + 0.5);
    assertThat(problem.meanBest(tpe, 150, SEEDS)).isLessThan(Problems.HARTMANN + 0.3);
    assertThat(problem.meanBest(random, 150, SEEDS)).isGreaterThan(Problems.HARTMANN + 0.5);
  }

  @Test
  void next_mixedSpace_reachesTheMinimum() {
    Problem problem = Problems.mixed();
    assertThat(problem.meanBest(bayes, 40, SEEDS)).isLessThan(0.001);
    assertThat(problem.meanBest(random, 40, SEEDS)).isGreaterThan(0.1);
    assertThat(problem.meanBest(tpe, 80, SEEDS)).isLessThan(0.02);
    assertThat(problem.meanBest(random, 80, SEEDS)).isGreaterThan(0.1);
  }

  @Test
  void next_limitedBranin_reachesTheMinimumThatMeetsTheLimit() {
    Problem problem = Problems.limitedBranin();
    for (SamplerType method :
        List.of(SamplerType.BAYES, SamplerType.HYPERPOWER, SamplerType.HYPERPOWER_INDICATOR)) {
      assertThat(problem.meanBest(method.sampler(), 40, SEEDS))
          .as(method.configName())
          .isLessThan(Problems.BRANIN + 0.01);
    }
    assertThat(problem.meanBest(random, 40, SEEDS)).isGreaterThan(Problems.BRANIN + 0.2);
  }

  @Test
  void next_limit_isBrokenLessByHyperPowerThanAtRandom() {
    Problem problem = Problems.limitedBranin();
    long atRandom = broken(problem, random);
    assertThat(broken(problem, SamplerType.HYPERPOWER.sampler())).isLessThan(atRandom / 2);
    assertThat(broken(problem, SamplerType.HYPERPOWER_INDICATOR.sampler()))
        .isLessThan(atRandom / 2);
    assertThat(broken(problem, SamplerType.HYPERPOWER_RANDOM.sampler())).isLessThan(atRandom / 2);
  }

  @Test
  void next_conditionalSpace_reachesTheMinimumOfTheBetterBranch() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                new CategoricalParameter("optimizer", List.of("adam", "sgd", "rmsprop")),
                Problems.range("momentum", "0", "1"),
                Problems.range("beta", "0", "1")),
            Map.of(
                "momentum", new Conjunction(List.of(Condition.of("optimizer", List.of("sgd")))),
                "beta", new Conjunction(List.of(Condition.of("optimizer", List.of("adam"))))),
            List.of());
    Problem problem = new Problem(space, List.of(), c -> Map.of("loss", branches(c)));
    assertThat(problem.meanBest(bayes, 30, SEEDS)).isLessThan(1e-4);
    assertThat(problem.meanBest(random, 30, SEEDS)).isGreaterThan(1e-3);
    assertThat(problem.meanBest(tpe, 50, SEEDS)).isLessThan(5e-4);
    assertThat(problem.meanBest(random, 50, SEEDS)).isGreaterThan(5e-4);
  }

  /** The better branch has a narrow minimum of 0, the others are flat or shallow above it. */
  private static double branches(Configuration configuration) {
    return switch (configuration.get("optimizer")) {
      case "sgd" -> 30 * Math.pow(Problems.number(configuration, "momentum") - 0.87, 2);
      case "adam" -> 0.5 + Math.pow(Problems.number(configuration, "beta") - 0.2, 2);
      default -> 1;
    };
  }

  private static long broken(Problem problem, Sampler sampler) {
    return problem.run(sampler, 40, 1).trials().stream()
        .filter(trial -> Scalarization.excess(problem.limits(), trial) > 0)
        .count();
  }
}
