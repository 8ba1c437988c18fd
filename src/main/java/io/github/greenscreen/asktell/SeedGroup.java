package io.github.greenscreen.asktell;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.search.RepeatAggregator;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** The trials of one configuration, which differ in their seeds if there are repeats. */
final class SeedGroup {
  private final Configuration configuration;
  private final List<Configuration> seeds;
  private final List<Trial> trials = new ArrayList<>();
  private boolean suggested;

  private SeedGroup(Configuration configuration, List<Configuration> seeds) {
    this.configuration = configuration;
    this.seeds = seeds;
  }

  /** Return the group, without trials, to which {@code configuration} belongs. */
  static SeedGroup of(Configuration configuration, Config config) {
    if (config.repeats() == 1) {
      return new SeedGroup(configuration, List.of(configuration));
    }
    String first = config.space().baseline().get(Config.SEED);
    long seed = Long.parseLong(first);
    List<Configuration> seeds =
        LongStream.range(seed, seed + config.repeats())
            .mapToObj(s -> configuration.with(Config.SEED, Long.toString(s)))
            .toList();
    return new SeedGroup(configuration.with(Config.SEED, first), seeds);
  }

  /** Add {@code trial}, which {@code ask} suggested or the other program chose itself. */
  void add(Trial trial, boolean wasSuggested) {
    trials.add(trial);
    suggested |= wasSuggested;
  }

  /** Return the configuration with the first seed. */
  Configuration configuration() {
    return configuration;
  }

  /** Tell whether {@code ask} suggested the configuration. */
  boolean isSuggested() {
    return suggested;
  }

  /** Return the configuration with every seed that was not suggested yet, in their order. */
  List<Configuration> untried() {
    return seeds.stream().filter(seed -> of(seed).isEmpty()).toList();
  }

  /** Return the trials that have no result yet. */
  List<Trial> pending() {
    return trials.stream().filter(trial -> trial.state() == Trial.State.PENDING).toList();
  }

  /**
   * Return how often the configuration failed with each seed with which it has neither ended in
   * another way nor is pending.
   */
  Map<Configuration, Integer> failures() {
    Map<Configuration, Integer> failures = new LinkedHashMap<>();
    for (Configuration seed : seeds) {
      List<Trial> all = of(seed);
      if (!all.isEmpty() && all.stream().allMatch(SeedGroup::neverTrained)) {
        failures.put(seed, all.size());
      }
    }
    return failures;
  }

  /** Return the trials whose mean is the result of the configuration. */
  List<Trial> results() {
    return trials.stream().filter(trial -> trial.state() == Trial.State.COMPLETED).toList();
  }

  /** Return trial {@code number} with the mean of all seeds; pending until every seed has ended. */
  Trial mean(int number) {
    if (suggested && !untried().isEmpty()) {
      return Trial.pending(number, configuration);
    }
    List<Trial> trained = trials.stream().filter(Predicate.not(SeedGroup::neverTrained)).toList();
    return RepeatAggregator.join(number, configuration, trained.isEmpty() ? trials : trained);
  }

  private List<Trial> of(Configuration seed) {
    return trials.stream().filter(trial -> trial.configuration().equals(seed)).toList();
  }

  private static boolean neverTrained(Trial trial) {
    return trial.state() == Trial.State.FAILED && trial.metrics().isEmpty();
  }
}
