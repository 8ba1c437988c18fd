package io.github.greenscreen.djl.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MixPermutationTest {

  @Test
  void draw_anySize_isAPermutation() {
    SplittableRandom random = new SplittableRandom(1);
    for (int size = 1; size <= 128; size++) {
      long[] sorted = MixPermutation.draw(size, random);
      Arrays.sort(sorted);
      assertThat(sorted).isEqualTo(LongStream.range(0, size).toArray());
    }
  }

  /** 6,000 draws of six permutations: 1,000 each, and five sigma are 144. */
  @Test
  void draw_ofThree_givesEachPermutationEquallyOften() {
    SplittableRandom random = new SplittableRandom(2);
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < 6000; i++) {
      counts.merge(Arrays.toString(MixPermutation.draw(3, random)), 1, Integer::sum);
    }
    assertThat(counts).hasSize(6);
    assertThat(counts.values()).allSatisfy(n -> assertThat(n).isBetween(856, 1144));
  }
}
