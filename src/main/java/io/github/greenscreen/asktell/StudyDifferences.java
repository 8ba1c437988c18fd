package io.github.greenscreen.asktell;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.config.ConfigReader;
import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.run.model.AskTellStudy;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the options of a later {@code ask} with those that its search began with. */
final class StudyDifferences {
  private static final String NONE = "none";

  private final Path folder;
  private final AskTellStudy study;
  private final Config kept;
  private final List<String> sentences = new ArrayList<>();

  /** Compare with {@code study} in {@code folder}, whose file is {@code kept}. */
  StudyDifferences(Path folder, AskTellStudy study, Config kept) {
    this.folder = folder;
    this.study = study;
    this.kept = kept;
  }

  /** Return a sentence for every option that would change the search; options not given agree. */
  List<String> of(Optional<SamplerType> method, SearchOptions options) {
    options.given().ifPresent(this::compareFile);
    method
        .map(SamplerType::configName)
        .ifPresent(name -> compare("--sampler", name, study.method()));
    options
        .seed()
        .ifPresent(seed -> compare("--seed", Long.toString(seed), Long.toString(study.seed())));
    for (Map.Entry<String, String> pin : options.pinned(kept.space()).entrySet()) {
      String before = study.pinned().get(pin.getKey());
      if (before == null) {
        sentences.add(
            "%s=%s: the search in %s began without it"
                .formatted(pin.getKey(), pin.getValue(), folder));
      } else if (!pin.getValue().equals(before) && !DecimalText.isSame(pin.getValue(), before)) {
        sentences.add(
            "%1$s=%2$s: the search in %3$s began with %1$s=%4$s"
                .formatted(pin.getKey(), pin.getValue(), folder, before));
      }
    }
    return sentences;
  }

  private void compareFile(Path file) {
    Config given = ConfigReader.readExternal(file);
    setting(
        file, "method", given, c -> c.unavailable().isPresent() ? NONE : c.method().configName());
    setting(file, "run_cap", given, c -> text(c.runCap().stream().boxed().findFirst()));
    setting(file, "metric", given, c -> list(c.objectives(), StudyDifferences::words));
    setting(
        file,
        "constraints",
        given,
        c ->
            list(c.constraints(), bound -> bound.metric() + " " + DecimalText.spell(bound.most())));
    setting(file, "seed", given, c -> text(c.samplingSeed().stream().boxed().findFirst()));
    setting(file, "repeats", given, c -> Integer.toString(c.repeats()));
    setting(file, "max_retries", given, c -> text(c.maxRetries().stream().boxed().findFirst()));
    for (String name : names(given.space())) {
      setting(
          file,
          "parameter " + name,
          given,
          c -> text(c.space().find(name).map(StudyDifferences::values)));
      setting(
          file,
          "when of " + name,
          given,
          c -> text(Optional.ofNullable(c.space().conditions().get(name))));
    }
    setting(file, "forbid", given, c -> list(c.space().forbidden(), Object::toString));
  }

  private Set<String> names(SearchSpace other) {
    Set<String> names = new LinkedHashSet<>();
    other.parameters().forEach(parameter -> names.add(parameter.name()));
    kept.space().parameters().forEach(parameter -> names.add(parameter.name()));
    return names;
  }

  private void setting(Path file, String name, Config given, Function<Config, String> text) {
    String found = text.apply(given);
    String expected = text.apply(kept);
    if (!found.equals(expected)) {
      sentences.add(
          "%s: %s is %s, but the search in %s began with %s"
              .formatted(file, name, found, folder, expected));
    }
  }

  private void compare(String what, String found, String expected) {
    if (!found.equals(expected)) {
      sentences.add(
          "%s %s: the search in %s began with %s".formatted(what, found, folder, expected));
    }
  }

  private static String values(Parameter parameter) {
    if (parameter instanceof NumericParameter) {
      return parameter.toString();
    }
    String values = String.join(", ", parameter.values());
    return parameter instanceof CategoricalParameter choice && !choice.probabilities().isEmpty()
        ? values + " with probabilities " + choice.probabilities()
        : values;
  }

  private static String words(Objective objective) {
    return "%s %s%s"
        .formatted(
            objective.goal().configName(),
            objective.metric(),
            objective.target().isPresent()
                ? " to " + DecimalText.spell(objective.target().getAsDouble())
                : "");
  }

  private static <T> String list(List<T> all, Function<T, String> words) {
    return all.isEmpty() ? NONE : all.stream().map(words).collect(Collectors.joining(", "));
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse(NONE);
  }
}
