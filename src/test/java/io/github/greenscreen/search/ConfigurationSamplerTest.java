package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.search.sampler.RandomSampler;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random sampling of spaces whose configurations are not equally likely. */
class ConfigurationSamplerTest {
  private static final SearchSpace RATES =
      new SearchSpace(
          List.of(
              Spaces.rate(),
              new CategoricalParameter("optimizer", List.of("SGD", "Adam"), List.of(0.2, 0.8))));

  private final RandomSampler sampler = new RandomSampler();

  @Test
  void sequence_rangeAndProbabilities_followTheirDistributions() {
    List<Configuration> drawn = sampler.sequence(Studies.empty(RATES, 3), 2000);
    assertThat(drawn).hasSize(2000).doesNotHaveDuplicates();
    double adam = drawn.stream().filter(c -> c.get("optimizer").equals("Adam")).count();
    double small = drawn.stream().filter(c -> Double.parseDouble(c.get("lr")) < 1e-3).count();
    // Four standard deviations of a binomial of 2,000 draws: 36 and 43.
    assertThat(adam).isBetween(1600.0 - 72, 1600.0 + 72);
    assertThat(small).isBetween(667.0 - 85, 667.0 + 85);
  }

  @Test
  void sequence_resumedAnywhere_goesOnUnchanged() {
    List<Configuration> whole = sampler.sequence(Studies.empty(RATES, 22), 30);
    for (int done = 0; done <= 30; done += 7) {
      List<Configuration> history = new ArrayList<>(whole.subList(0, done));
      Collections.shuffle(history, new Random(done));
      assertThat(sampler.sequence(Studies.pending(RATES, history, 22), 30 - done))
          .isEqualTo(whole.subList(done, 30));
    }
  }

  @Test
  void sequence_otherSeed_isOther() {
    assertThat(sampler.sequence(Studies.empty(RATES, 1), 5))
        .isNotEqualTo(sampler.sequence(Studies.empty(RATES, 2), 5));
  }

  @Test
  void sequence_finiteSpaceWithRules_isUsedUpWithoutRepetition() {
    SearchSpace space = Spaces.conditional();
    List<Configuration> all = sampler.sequence(Studies.empty(space, 5), 100);
    assertThat(space.size()).isEqualTo(17);
    assertThat(all).hasSize(17).doesNotHaveDuplicates();
    assertThat(all).allSatisfy(c -> assertThat(space.indexOf(c)).isPresent());
    assertThat(sampler.next(Studies.pending(space, all, 5))).isEmpty();
  }

  @Test
  void next_takenUpToWhatDoesNotCount_isNotAskedAgain() {
    SearchSpace space = Spaces.conditional();
    List<Configuration> taken =
        sampler.sequence(Studies.empty(space, 5), 16).stream()
            .map(
                c -> c.find("optimizer_momentum").isEmpty() ? c.with("optimizer_momentum", "0") : c)
            .toList();
    List<Configuration> last = sampler.sequence(Studies.pending(space, taken, 5), 5);
    assertThat(last).hasSize(1);
    assertThat(taken).doesNotContain(last.get(0));
  }
}
