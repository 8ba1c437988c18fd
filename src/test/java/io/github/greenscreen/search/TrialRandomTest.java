package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrialRandomTest {

  @Test
  void of_manyTrialsAndSeeds_shareNoNumbers() {
    Set<Long> drawn = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      for (int number = 1; number <= 100; number++) {
        TrialRandom.of(seed, number).longs(10).forEach(drawn::add);
      }
    }
    assertThat(drawn).hasSize(20 * 100 * 10);
  }

  @Test
  void of_sameTrial_isTheSameStream() {
    assertThat(TrialRandom.of(3, 7).longs(5).toArray())
        .isEqualTo(TrialRandom.of(3, 7).longs(5).toArray());
  }
}
