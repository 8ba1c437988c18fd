package io.github.greenscreen.run;

import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Names and order of {@code study.yaml}. */
final class AskedStudyFile {
  /** Name of the file in the folder of all runs. */
  static final String NAME = "study.yaml";

  private static final String PINNED = "pinned";
  private static final String TRIALS = "trials";
  private static final String STATE = "state";
  private static final String CONFIGURATION = "configuration";
  private static final String METRICS = "metrics";

  private final Path file;
  private final Map<String, FlatYaml.Entry> entries;

  private AskedStudyFile(Path file, Map<String, FlatYaml.Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  static String format(AskedStudy study) {
    StringBuilder text = new StringBuilder();
    text.append(FlatYaml.line("method", study.method()));
    text.append(FlatYaml.line("seed", Long.toString(study.seed())));
    append(text, "", PINNED, study.pinned());
    if (!study.trials().isEmpty()) {
      text.append(TRIALS).append(":\n");
    }
    for (Trial trial : study.trials()) {
      text.append("  ").append(trial.number()).append(":\n    ");
      text.append(FlatYaml.line(STATE, trial.state().name().toLowerCase(Locale.ROOT)));
      append(text, "    ", CONFIGURATION, trial.configuration().values());
      Map<String, String> metrics = new TreeMap<>();
      trial.metrics().forEach((name, value) -> metrics.put(name, Double.toString(value)));
      append(text, "    ", METRICS, metrics);
    }
    return text.toString();
  }

  private static void append(
      StringBuilder text, String indent, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      text.append(indent).append(name).append(":\n");
      values.forEach(
          (key, one) -> text.append(indent).append("  ").append(FlatYaml.line(key, one)));
    }
  }

  static AskedStudy parse(Path file, String content) {
    AskedStudyFile study = new AskedStudyFile(file, FlatYaml.parse(file, content));
    return new AskedStudy(
        study.required("method").text(),
        study.seed(),
        texts(study.inner(study.entries, PINNED)),
        study.trials());
  }

  private List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    for (Map.Entry<String, FlatYaml.Entry> one : inner(entries, TRIALS).entrySet()) {
      int number = (int) whole(one.getKey(), one.getValue());
      Map<String, FlatYaml.Entry> what = inner(Map.of(TRIALS, one.getValue()), TRIALS);
      trials.add(
          new Trial(
              number,
              Configuration.of(texts(inner(what, CONFIGURATION))),
              state(what, one.getValue()),
              metrics(inner(what, METRICS)),
              List.of()));
    }
    return trials;
  }

  private Trial.State state(Map<String, FlatYaml.Entry> trial, FlatYaml.Entry where) {
    String text = trial.containsKey(STATE) ? trial.get(STATE).text() : "";
    return Told.state(text)
        .orElseThrow(
            () ->
                RunFolderException.at(
                    file,
                    where.line(),
                    "state \"%s\"; expected one of %s".formatted(text, Told.states())));
  }

  private Map<String, Double> metrics(Map<String, FlatYaml.Entry> values) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          OptionalDouble number = Numbers.parse(value.text());
          if (number.isEmpty()) {
            throw RunFolderException.at(
                file, value.line(), "%s \"%s\"; expected a number".formatted(name, value.text()));
          }
          metrics.put(name, number.getAsDouble());
        });
    return metrics;
  }

  private long seed() {
    return whole(required("seed").text(), required("seed"));
  }

  private long whole(String text, FlatYaml.Entry where) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw RunFolderException.at(
          file, where.line(), "found \"%s\"; expected a whole number".formatted(text));
    }
  }

  private FlatYaml.Entry required(String name) {
    if (!entries.containsKey(name)) {
      throw new RunFolderException(
          file + ": " + name + " is missing; expected a line " + name + ": …");
    }
    return entries.get(name);
  }

  private Map<String, FlatYaml.Entry> inner(Map<String, FlatYaml.Entry> all, String name) {
    FlatYaml.Entry entry = all.get(name);
    if (entry == null) {
      return Map.of();
    }
    return entry
        .inner()
        .orElseThrow(
            () ->
                RunFolderException.at(
                    file, entry.line(), name + " is a single value; expected indented lines"));
  }

  private static Map<String, String> texts(Map<String, FlatYaml.Entry> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }
}
