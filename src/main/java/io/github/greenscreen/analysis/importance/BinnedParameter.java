package io.github.greenscreen.analysis.importance;

import io.github.greenscreen.analysis.regression.Factor;
import io.github.greenscreen.space.Configuration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parameter whose values are grouped into a few levels: the level of each run, and the number of
 * runs per level.
 */
final class BinnedParameter {
  /** Maximum number of distinct numbers; more are grouped into this many bins. */
  private static final int MAX = 10;

  private final String name;
  private final int[] codes;
  private final int[] runs;

  private BinnedParameter(String name, int[] codes) {
    this.name = name;
    this.codes = codes;
    this.runs = new int[Arrays.stream(codes).max().orElse(0) + 1];
    Arrays.stream(codes).forEach(code -> runs[code]++);
  }

  /** Bin the values of parameter {@code name} in {@code runs}. */
  static BinnedParameter of(String name, List<Configuration> runs) {
    Factor factor = Factor.of(name, runs, Configuration.of(Map.of()));
    int levels = factor.levels().size();
    Optional<double[]> numbers = levels > MAX ? numbers(factor.levels()) : Optional.empty();
    int[] codes = factor.codes();
    return new BinnedParameter(
        name, numbers.isPresent() ? binned(codes, ranks(numbers.get()), levels) : codes);
  }

  String name() {
    return name;
  }

  int count() {
    return runs.length;
  }

  /** Return the level of the run with index {@code run}. */
  int of(int run) {
    return codes[run];
  }

  /** Return the number of runs with {@code level}. */
  int runs(int level) {
    return runs[level];
  }

  private static Optional<double[]> numbers(List<String> levels) {
    boolean all = levels.stream().allMatch(Factor::isNumber);
    return all
        ? Optional.of(levels.stream().mapToDouble(Double::parseDouble).toArray())
        : Optional.empty();
  }

  /** Return the rank of each number, from 0. */
  private static int[] ranks(double[] numbers) {
    int[] ranks = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      double own = numbers[i];
      ranks[i] = (int) Arrays.stream(numbers).filter(other -> other < own).count();
    }
    return ranks;
  }

  /** Group runs into bins of about equal size; runs of the same level stay together. */
  private static int[] binned(int[] codes, int[] ranks, int levels) {
    int[] perRank = new int[levels];
    Arrays.stream(codes).forEach(code -> perRank[ranks[code]]++);
    int[] bins = new int[levels];
    int before = 0;
    for (int rank = 0; rank < levels; rank++) {
      bins[rank] = Math.min(MAX - 1, before * MAX / codes.length);
      before += perRank[rank];
    }
    int[] used = Arrays.stream(bins).distinct().toArray();
    return Arrays.stream(codes).map(code -> Arrays.binarySearch(used, bins[ranks[code]])).toArray();
  }
}
