package io.github.greenscreen.asktell;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.run.model.AskTellStudy;
import io.github.greenscreen.search.AskTellOptimizer;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.Configuration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses the trials of a study that another program carries out. Each configuration that the
 * sampler proposes is tried with every seed of {@code repeats}; the sampler sees the means. A
 * configuration that failed without a result was never tried: when nothing new is left, it is
 * suggested again. Configurations that the other program chose itself are known to the sampler, but
 * neither counted nor repeated. Confined to one thread.
 */
final class AskTellSearch {
  /** How often a configuration that failed is suggested again, unless the file says it. */
  static final int DEFAULT_RETRIES = 2;

  private final Config config;
  private final AskTellOptimizer search;
  private final Map<Configuration, SeedGroup> groups = new LinkedHashMap<>();
  private final Map<Configuration, Integer> numbers = new HashMap<>();
  private AskTellStudy study;

  /** Continue {@code study}, whose file is {@code config}. */
  AskTellSearch(Config config, AskTellStudy study) {
    this.config = config;
    this.study = study;
    SamplerType method = SamplerType.find(study.method()).orElseGet(config::method);
    for (Trial trial : study.trials()) {
      group(trial.configuration()).add(trial, !study.own().contains(trial.number()));
    }
    this.search = new AskTellOptimizer(start(), method.sampler()::next, budget());
    for (SeedGroup group : groups.values()) {
      numbers.put(group.configuration(), search.give(group.configuration()).number());
      tell(group);
    }
  }

  private StudySnapshot start() {
    return new StudySnapshot(
        config.space(),
        config.objectivesOrDefault(),
        config.constraints(),
        List.of(),
        study.seed());
  }

  /** Only what was suggested counts towards {@code run_cap}. */
  private int budget() {
    long own = groups.values().stream().filter(group -> !group.isSuggested()).count();
    return (int) Math.min(config.runCap().orElse(Integer.MAX_VALUE) + own, Integer.MAX_VALUE);
  }

  /** Return the next trial, which is pending from now on; empty if there is nothing to suggest. */
  Optional<Trial> next() {
    if (search.reached().isPresent()) {
      return Optional.empty();
    }
    Optional<Configuration> next =
        suggested().flatMap(group -> group.untried().stream()).findFirst();
    return next.or(this::fresh).or(this::failed).map(this::give);
  }

  /** Return a configuration that the sampler proposes, with the first seed. */
  private Optional<Configuration> fresh() {
    Optional<Trial> proposed = search.ask();
    proposed.ifPresent(trial -> numbers.put(trial.configuration(), trial.number()));
    return proposed.map(Trial::configuration);
  }

  /** Return the configuration that failed least often, and may be suggested again. */
  private Optional<Configuration> failed() {
    int retries = config.maxRetries().orElse(DEFAULT_RETRIES);
    return suggested()
        .flatMap(group -> group.failures().entrySet().stream())
        .filter(failures -> failures.getValue() <= retries)
        .min(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private Trial give(Configuration configuration) {
    Trial trial = Trial.pending(study.nextNumber(), configuration);
    study = study.with(trial);
    SeedGroup group = group(configuration);
    group.add(trial, true);
    tell(group);
    return trial;
  }

  private void tell(SeedGroup group) {
    search.tell(group.mean(numbers.get(group.configuration())));
  }

  private SeedGroup group(Configuration configuration) {
    SeedGroup group = SeedGroup.of(configuration, config);
    return groups.computeIfAbsent(group.configuration(), key -> group);
  }

  private Stream<SeedGroup> suggested() {
    return groups.values().stream().filter(SeedGroup::isSuggested);
  }

  /** Return the study with the trials suggested since the start. */
  AskTellStudy study() {
    return study;
  }

  /** Return a sentence that says why there is nothing more to suggest. */
  String end() {
    Optional<Trial> reached = search.reached();
    if (reached.isPresent()) {
      Collection<Trial> trials = groups.get(reached.get().configuration()).results();
      return "the target was reached by " + names(trials);
    }
    return search.isExhausted()
        ? "the search space is exhausted"
        : "run_cap is reached: %s"
                .formatted(count(suggested().count(), "configuration was", "configurations were"))
            + " suggested";
  }

  private static String names(Collection<Trial> trials) {
    List<String> numbers =
        trials.stream()
            .sorted(Comparator.comparingInt(Trial::number))
            .map(trial -> Integer.toString(trial.number()))
            .toList();
    return (numbers.size() == 1 ? "trial " : "the mean of trials ") + String.join(", ", numbers);
  }

  private static String count(long count, String one, String several) {
    return count + " " + (count == 1 ? one : several);
  }
}
