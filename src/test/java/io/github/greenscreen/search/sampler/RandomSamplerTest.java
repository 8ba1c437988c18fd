package io.github.greenscreen.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Golden;
import io.github.greenscreen.search.Spaces;
import io.github.greenscreen.search.Studies;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RandomSamplerTest {
  private final RandomSampler sampler = new RandomSampler();

  @Test
  void sequence_studySpaceAndSeed22_isTheGoldenOne() {
    SearchSpace space = Spaces.study();
    String text =
        sampler.sequence(Studies.pending(space, List.of(space.baseline()), 22), 5).stream()
            .map(configuration -> String.join(" ", configuration.values().values()))
            .collect(Collectors.joining("\n", "", "\n"));
    Golden.check(RandomSamplerTest.class, "first-five-of-seed-22.txt", text);
  }

  @Test
  void next_calledOneByOne_givesTheSequence() {
    SearchSpace space = Spaces.odometer(3, 4);
    List<Configuration> taken = new ArrayList<>(List.of(space.baseline()));
    List<Configuration> whole = sampler.sequence(Studies.pending(space, taken, 7), 20);
    List<Configuration> oneByOne = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Configuration next = sampler.next(Studies.pending(space, taken, 7)).orElseThrow();
      oneByOne.add(next);
      taken.add(next);
    }
    assertThat(oneByOne).isEqualTo(whole);
  }

  @Test
  void sequence_resumedAnywhereWithHistoryInAnyOrder_goesOnUnchanged() {
    SearchSpace space = Spaces.study();
    List<Configuration> whole = sampler.sequence(Studies.empty(space, 22), 30);
    for (int done = 0; done <= 30; done += 5) {
      List<Configuration> history = new ArrayList<>(whole.subList(0, done));
      Collections.shuffle(history, new Random(done));
      assertThat(sampler.sequence(Studies.pending(space, history, 22), 30 - done))
          .isEqualTo(whole.subList(done, 30));
    }
  }

  @Test
  void sequence_someTakenBeforehand_leavesThemOutWithoutMovingTheOthers() {
    SearchSpace space = Spaces.odometer(4, 3);
    List<Configuration> whole = sampler.sequence(Studies.empty(space, 1), 10);
    List<Configuration> taken = List.of(whole.get(2), whole.get(5));
    List<Configuration> expected = new ArrayList<>(whole);
    expected.removeAll(taken);
    assertThat(sampler.sequence(Studies.pending(space, taken, 1), 8)).isEqualTo(expected);
  }

  @Test
  void sequence_moreThanTheSpaceHolds_givesEveryConfigurationOnce() {
    SearchSpace space = Spaces.odometer(2, 5);
    List<Configuration> all = sampler.sequence(Studies.empty(space, 3), 1000);
    assertThat(all).hasSize(25);
    assertThat(new HashSet<>(all)).hasSize(25);
  }

  @Test
  void next_everythingTaken_isEmpty() {
    SearchSpace space = Spaces.odometer(2, 2);
    List<Configuration> all = sampler.sequence(Studies.empty(space, 3), 4);
    assertThat(sampler.next(Studies.pending(space, all, 3))).isEmpty();
  }

  @Test
  void next_allButOneOfTenThousandTaken_findsIt() {
    SearchSpace space = Spaces.odometer(4, 10);
    BigInteger free = BigInteger.valueOf(4321);
    List<Configuration> taken = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      if (i != free.intValue()) {
        taken.add(space.at(BigInteger.valueOf(i)));
      }
    }
    assertThat(sampler.next(Studies.pending(space, taken, 9))).contains(space.at(free));
  }

  @Test
  void sequence_hugeSpace_hasNoRepetition() {
    SearchSpace space = Spaces.odometer(200, 10);
    List<Configuration> drawn = sampler.sequence(Studies.empty(space, 4), 200);
    assertThat(new HashSet<>(drawn)).hasSize(200);
  }

  @Test
  void next_takenConfigurationsOfAnotherSpace_doNotMatter() {
    SearchSpace space = Spaces.odometer(2, 3);
    Configuration foreign = Configuration.of(Map.of("p0", "1", "p1", "99", "seed", "22"));
    assertThat(sampler.next(Studies.pending(space, List.of(foreign), 3)))
        .isEqualTo(sampler.next(Studies.empty(space, 3)));
  }

  @Test
  void next_onlyConstants_isTheBaselineOnce() {
    SearchSpace space = Spaces.odometer(0, 1);
    assertThat(sampler.next(Studies.empty(space, 3))).contains(space.baseline());
    assertThat(sampler.next(Studies.pending(space, List.of(space.baseline()), 3))).isEmpty();
  }

  @Test
  void sequence_countZero_isEmpty() {
    assertThat(sampler.sequence(Studies.empty(Spaces.odometer(2, 2), 3), 0)).isEmpty();
  }
}
