package io.github.greenscreen.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.search.Problems;
import io.github.greenscreen.search.Spaces;
import io.github.greenscreen.search.Studies;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SobolSamplerTest {
  private final SobolSampler sampler = new SobolSampler();

  @Test
  void sequence_twoRanges_fillsEveryCellOfAGridOnce() {
    SearchSpace space =
        new SearchSpace(List.of(Problems.range("x", "0", "16"), Problems.range("y", "0", "16")));
    for (long seed : new long[] {1, 2, 3}) {
      Set<String> cells = new HashSet<>();
      for (Configuration each : sampler.sequence(Studies.empty(space, seed), 256)) {
        cells.add((int) Problems.number(each, "x") + " " + (int) Problems.number(each, "y"));
      }
      assertThat(cells).hasSize(256);
    }
  }

  @Test
  void sequence_otherSeeds_areOtherSequences() {
    SearchSpace space = Spaces.study();
    assertThat(sampler.sequence(Studies.empty(space, 1), 8))
        .doesNotContainAnyElementsOf(sampler.sequence(Studies.empty(space, 2), 8));
  }

  @Test
  void of_scrambling_keepsHalvesAndQuartersApart() {
    OwenScrambling scrambling = new OwenScrambling(12345);
    int[] quarters = new int[4];
    double sum = 0;
    for (int i = 0; i < 1024; i++) {
      double scrambled = scrambling.of(i / 1024.0);
      quarters[(int) (4 * scrambled)]++;
      sum += scrambled;
    }
    assertThat(quarters).containsOnly(256);
    assertThat(sum / 1024).isCloseTo(0.5, within(1e-3));
    assertThat(scrambling.of(0.1)).isNotEqualTo(new OwenScrambling(54321).of(0.1));
  }
}
