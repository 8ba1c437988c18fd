package io.github.greenscreen.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SplitMix64Test {
  /** The first numbers of SplitMix64 for seed 1234567, as its public reference lists them. */
  @Test
  void bits_knownSeed_givesKnownNumbers() {
    SplitMix64 random = new SplitMix64(1234567);

    assertThat(Long.toUnsignedString(random.bits())).isEqualTo("6457827717110365317");
    assertThat(Long.toUnsignedString(random.bits())).isEqualTo("3203168211198807973");
    assertThat(Long.toUnsignedString(random.bits())).isEqualTo("9817491932198370423");
  }

  @Test
  void below_manyDraws_areEven() {
    SplitMix64 random = new SplitMix64(3);
    int[] counts = new int[6];
    for (int i = 0; i < 60_000; i++) {
      counts[random.below(6)]++;
    }

    assertThat(IntStream.of(counts).boxed()).allMatch(count -> Math.abs(count - 10_000) < 450);
  }

  @Test
  void between_manyDraws_stayInsideWithTheRightMean() {
    SplitMix64 random = new SplitMix64(4);
    double[] draws = new double[20_000];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = random.between(-2, 6);
    }

    assertThat(DoubleStream.of(draws).boxed()).allMatch(x -> x >= -2 && x < 6);
    assertThat(DoubleStream.of(draws).average().orElseThrow()).isBetween(1.9, 2.1);
  }

  @Test
  void shuffle_values_keepsThemAndReachesEveryPlace() {
    int[] firstPlace = new int[5];
    for (int seed = 0; seed < 5000; seed++) {
      int[] values = {0, 1, 2, 3, 4};
      new SplitMix64(SplitMix64.mixed(seed, 0)).shuffle(values);
      assertThat(values).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
      firstPlace[values[0]]++;
    }

    assertThat(IntStream.of(firstPlace).boxed()).allMatch(n -> n > 850 && n < 1150);
  }
}
