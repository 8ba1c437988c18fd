package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists what differs between two configuration files. */
final class ConfigDifferences {
  private static final String NONE = "none";

  private final List<Difference> differences = new ArrayList<>();

  /**
   * One difference.
   *
   * @param key the key of the file, or {@code parameter NAME}
   * @param found its value in the first file
   * @param given its value in the second file
   */
  record Difference(String key, String found, String given) {}

  private ConfigDifferences() {}

  /** Return the differences between {@code found} and {@code given}; comments do not count. */
  static List<Difference> between(Config found, Config given) {
    ConfigDifferences all = new ConfigDifferences();
    all.add("method", found.method().configName(), given.method().configName());
    all.add("run_cap", found.runs(), given.runs());
    all.add(
        "metric", objectives(found.objectivesOrDefault()), objectives(given.objectivesOrDefault()));
    all.add("constraints", constraints(found), constraints(given));
    all.add("early_terminate", stopper(found), stopper(given));
    all.add("repeats", found.repeats(), given.repeats());
    all.add("max_retries", found.maxRetries().orElse(0), given.maxRetries().orElse(0));
    all.add("seed", found.seed(), given.seed());
    all.addParameters(found.space(), given.space());
    return List.copyOf(all.differences);
  }

  private void add(String key, Object found, Object given) {
    if (!found.equals(given)) {
      differences.add(new Difference(key, found.toString(), given.toString()));
    }
  }

  private void addParameters(SearchSpace found, SearchSpace given) {
    Set<String> names = new LinkedHashSet<>(names(found));
    names.addAll(names(given));
    int before = differences.size();
    for (String name : names) {
      Optional<Parameter> old = found.find(name);
      Optional<Parameter> now = given.find(name);
      if (!old.equals(now)) {
        String key = "parameter " + name;
        differences.add(new Difference(key, values(old), values(now)));
      }
    }
    if (before == differences.size()) {
      add("order of parameters", joined(names(found)), joined(names(given)));
    }
    add("conditions", conditions(found), conditions(given));
    add("forbid", joined(found.forbidden()), joined(given.forbidden()));
  }

  private static List<String> names(SearchSpace space) {
    return space.parameters().stream().map(Parameter::name).toList();
  }

  private static String values(Optional<Parameter> parameter) {
    return parameter.map(ConfigDifferences::values).orElse(NONE);
  }

  /** Return the values of {@code parameter} with their probabilities, or its distribution. */
  static String values(Parameter parameter) {
    if (parameter instanceof NumericParameter range) {
      return range.toString();
    }
    return parameter instanceof CategoricalParameter choice && !choice.probabilities().isEmpty()
        ? weighted(choice)
        : String.join(", ", parameter.values());
  }

  private static String weighted(CategoricalParameter choice) {
    return IntStream.range(0, choice.values().size())
        .mapToObj(i -> choice.values().get(i) + " (p " + choice.probabilities().get(i) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String conditions(SearchSpace space) {
    Map<String, Conjunction> sorted = new TreeMap<>(space.conditions());
    return joined(
        sorted.entrySet().stream().map(rule -> rule.getKey() + " if " + rule.getValue()).toList());
  }

  private static String objectives(List<Objective> objectives) {
    return joined(objectives.stream().map(ConfigDifferences::objective).toList());
  }

  private static String objective(Objective aim) {
    String goal = aim.goal().configName() + " " + aim.metric();
    return aim.target().isPresent()
        ? goal + " to " + AmountFormat.plain(aim.target().getAsDouble())
        : goal;
  }

  private static String constraints(Config config) {
    return joined(
        config.constraints().stream()
            .map(limit -> limit.metric() + " <= " + AmountFormat.plain(limit.most()))
            .toList());
  }

  private static String stopper(Config config) {
    return config
        .earlyTerminate()
        .map(one -> one.kind().configName() + " " + new TreeMap<>(one.options()))
        .orElse(NONE);
  }

  private static String joined(Collection<?> parts) {
    return parts.isEmpty()
        ? NONE
        : parts.stream().map(Objects::toString).collect(Collectors.joining(", "));
  }
}
