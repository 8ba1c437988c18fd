package io.github.greenscreen.analysis.race;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A race of configurations, which are numbered from 0. In each round, every remaining configuration
 * gets a value, all of them from the same seed, or is withdrawn. After the round, those that are
 * worse than another one are eliminated: the anytime-valid t test of the differences by seed
 * decides so, each pair with the error probability 0.05 ÷ (number of configurations − 1).
 *
 * <p>The best configuration is eliminated with a probability of at most 0.05, because only its own
 * comparisons can remove it. If several are best, the probability that any one wins is at most 0.05
 * too: one of two of them must lose first, and by symmetry only half of the errors of a comparison
 * are to its disadvantage.
 */
public final class Race {
  private final int configurations;
  private final RaceRules rules;
  private final double level;
  private final List<List<Double>> values;
  private final Map<Integer, RaceComparison> beaten = new TreeMap<>();
  private final Set<Integer> withdrawn = new HashSet<>();
  private int rounds;

  /** Create a race of as many {@code configurations}, at least two. */
  public Race(int configurations, RaceRules rules) {
    this.configurations = configurations;
    this.rules = rules;
    level = RaceRules.level(configurations);
    values =
        Stream.generate(() -> (List<Double>) new ArrayList<Double>())
            .limit(configurations)
            .toList();
  }

  /** Return the numbers of the configurations that neither lost nor were withdrawn. */
  public List<Integer> remaining() {
    return IntStream.range(0, configurations)
        .filter(each -> !beaten.containsKey(each) && !withdrawn.contains(each))
        .boxed()
        .toList();
  }

  /** Add the value of {@code configuration} in this round. */
  public void add(int configuration, double value) {
    values.get(configuration).add(value);
  }

  /** Withdraw {@code configuration}, which has no value in this round. */
  public void withdraw(int configuration) {
    withdrawn.add(configuration);
  }

  /** End the round, and return the comparisons that removed a configuration from the race. */
  public List<RaceComparison> endRound() {
    rounds++;
    List<Integer> ranked = ranked();
    List<RaceComparison> lost =
        IntStream.range(1, ranked.size())
            .mapToObj(place -> defeat(ranked.get(place), ranked.subList(0, place)))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt(RaceComparison::other))
            .toList();
    lost.forEach(each -> beaten.put(each.other(), each));
    return lost;
  }

  /**
   * Return the comparison of {@code other} with the first of {@code better}, which have better
   * means, that is better with enough evidence.
   */
  private Optional<RaceComparison> defeat(int other, List<Integer> better) {
    return better.stream()
        .map(each -> compare(each, other))
        .filter(each -> each.difference().isDecided())
        .findFirst();
  }

  private RaceComparison compare(int better, int other) {
    return new RaceComparison(
        better, other, PairedDifference.of(values.get(better), values.get(other), level));
  }

  /** Return whether no further round is needed. */
  public boolean isOver() {
    return remaining().size() < 2 || rounds == rules.seeds() || isEquivalent();
  }

  /** Return how the race ended, or would end now. */
  public RaceVerdict verdict() {
    List<Integer> last = remaining();
    if (last.isEmpty()) {
      return RaceVerdict.NONE;
    }
    if (last.size() > 1) {
      return isEquivalent() ? RaceVerdict.EQUIVALENT : RaceVerdict.TIED;
    }
    boolean won =
        !beaten.isEmpty() && beaten.keySet().stream().allMatch(each -> last.contains(top(each)));
    return won ? RaceVerdict.BETTER : RaceVerdict.UNOPPOSED;
  }

  /**
   * Return the configuration that beat {@code configuration}, or beat the one that did, and so on.
   */
  private int top(int configuration) {
    int at = configuration;
    while (beaten.containsKey(at)) {
      at = beaten.get(at).better();
    }
    return at;
  }

  private boolean isEquivalent() {
    if (rounds == 0 || rules.margin().isEmpty() || remaining().isEmpty()) {
      return false;
    }
    List<Integer> ranked = ranked();
    double margin = rules.margin(mean(ranked.get(0))).orElseThrow();
    return IntStream.range(1, ranked.size())
        .allMatch(
            place ->
                ranked.subList(0, place).stream()
                    .map(each -> compare(each, ranked.get(place)).difference())
                    .allMatch(difference -> difference.isWithin(margin)));
  }

  /**
   * Return the comparisons that removed configurations from the race, and those of the others that
   * remain with the one of the best mean.
   */
  public List<RaceComparison> comparisons() {
    List<Integer> ranked = ranked();
    return Stream.concat(
            beaten.values().stream(),
            ranked.stream().skip(1).map(each -> compare(ranked.get(0), each)))
        .toList();
  }

  /** Return the values of {@code configuration} in the order of the rounds. */
  public List<Double> values(int configuration) {
    return List.copyOf(values.get(configuration));
  }

  /** Return the mean of {@code configuration}; NaN if it has no value. */
  public double mean(int configuration) {
    List<Double> all = values.get(configuration);
    double sum = 0;
    for (double value : all) {
      sum += value;
    }
    return sum / all.size();
  }

  /** Return the number of rounds that ended. */
  public int rounds() {
    return rounds;
  }

  /** Return the rules. */
  public RaceRules rules() {
    return rules;
  }

  /** Return the evidence at which a comparison is decided. */
  public double evidenceNeeded() {
    return 1 / level;
  }

  /** Return the configurations that remain, by their means, the best one first. */
  private List<Integer> ranked() {
    Map<Integer, Double> costs = new HashMap<>();
    remaining().forEach(each -> costs.put(each, rules.isHighest() ? -mean(each) : mean(each)));
    return remaining().stream().sorted(Comparator.comparing(costs::get)).toList();
  }
}
