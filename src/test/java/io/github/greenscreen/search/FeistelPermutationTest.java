package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class FeistelPermutationTest {

  @Test
  void at_everyPlaceOfManySizes_givesEveryNumberOnce() {
    for (int size : new int[] {1, 2, 3, 4, 5, 7, 16, 17, 64, 100, 1000, 4097}) {
      for (long seed : new long[] {0, 22, -1, Long.MAX_VALUE}) {
        FeistelPermutation permutation = new FeistelPermutation(BigInteger.valueOf(size), seed);
        Set<Integer> seen = new HashSet<>();
        IntStream.range(0, size).forEach(place -> seen.add(at(permutation, place)));
        assertThat(seen).hasSize(size).allMatch(number -> number >= 0 && number < size);
      }
    }
  }

  @Test
  void at_firstPlaceOverManySeeds_isUniform() {
    long[] counts = new long[10];
    LongStream.range(0, 20_000).forEach(seed -> counts[at(permutation(10, seed), 0)]++);
    assertThat(pValue(counts)).isGreaterThan(0.01);
  }

  @Test
  void at_firstTwoPlacesOverManySeeds_areUniformPairs() {
    long[] counts = new long[7 * 6];
    for (long seed = 0; seed < 42_000; seed++) {
      FeistelPermutation permutation = permutation(7, seed);
      int first = at(permutation, 0);
      int second = at(permutation, 1);
      counts[first * 6 + (second > first ? second - 1 : second)]++;
    }
    assertThat(pValue(counts)).isGreaterThan(0.01);
  }

  @Test
  void at_oneSeedOfALargeSpace_spreadsEvenly() {
    FeistelPermutation permutation = permutation(1L << 60, 22);
    long[] counts = new long[64];
    for (long place = 0; place < 10_000; place++) {
      counts[permutation.at(BigInteger.valueOf(place)).shiftRight(54).intValueExact()]++;
    }
    assertThat(pValue(counts)).isGreaterThan(0.01);
  }

  @Test
  void at_wordsBeyond64Bits_areAllUsed() {
    BigInteger size = BigInteger.ONE.shiftLeft(300);
    FeistelPermutation permutation = new FeistelPermutation(size, 5);
    BigInteger ones = BigInteger.ZERO;
    for (int place = 0; place < 100; place++) {
      ones = ones.or(permutation.at(BigInteger.valueOf(place)));
    }
    assertThat(ones).isEqualTo(size.subtract(BigInteger.ONE));
  }

  @Test
  void at_neighbouringSeeds_differ() {
    List<List<Integer>> orders =
        LongStream.range(0, 50)
            .mapToObj(seed -> permutation(1 << 20, seed))
            .map(order -> IntStream.range(0, 5).mapToObj(place -> at(order, place)).toList())
            .toList();
    assertThat(new HashSet<>(orders)).hasSize(50);
  }

  private static FeistelPermutation permutation(long size, long seed) {
    return new FeistelPermutation(BigInteger.valueOf(size), seed);
  }

  private static int at(FeistelPermutation permutation, int place) {
    return permutation.at(BigInteger.valueOf(place)).intValueExact();
  }

  private static double pValue(long[] counts) {
    double[] expected = new double[counts.length];
    Arrays.fill(expected, (double) LongStream.of(counts).sum() / counts.length);
    return new ChiSquareTest().chiSquareTest(expected, counts);
  }
}
