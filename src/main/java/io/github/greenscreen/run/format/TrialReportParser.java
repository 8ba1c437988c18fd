package io.github.greenscreen.run.format;

import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.TrialReport;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.DidYouMean;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the report of a trial, one JSON object on a line, as {@code tell} receives it. Stateless.
 */
public final class TrialReportParser {
  private static final Path PLACE = Path.of("told");
  private static final String EXAMPLE = "{\"trial\":1,\"metrics\":{\"val_accuracy\":0.91}}";
  private static final Set<Trial.State> ENDED =
      EnumSet.of(Trial.State.COMPLETED, Trial.State.STOPPED, Trial.State.FAILED);
  private static final List<String> KEYS = List.of("trial", "configuration", "state", "metrics");

  private TrialReportParser() {}

  /**
   * Read one JSON object.
   *
   * @throws RunFolderException if the text is not a JSON object, or has other keys or values
   */
  public static TrialReport parse(String json) {
    Map<String, SimpleYaml.Entry> all = parsed(json);
    for (String key : all.keySet()) {
      if (!KEYS.contains(key)) {
        throw wrong(
            "unknown key \"%s\"; expected one of %s%s"
                .formatted(key, String.join(", ", KEYS), DidYouMean.hint(key, KEYS)));
      }
    }
    Optional<Configuration> configuration =
        all.containsKey("configuration")
            ? Optional.of(Configuration.of(texts(all, "configuration")))
            : Optional.empty();
    OptionalInt trial = trial(all);
    if (trial.isEmpty() == configuration.isEmpty()) {
      throw wrong("expected either trial (the number from ask) or configuration");
    }
    Map<String, String> texts = texts(all, "metrics");
    Map<String, Double> metrics = metrics(texts);
    Set<String> unknown = new HashSet<>(texts.keySet());
    unknown.removeAll(metrics.keySet());
    return new TrialReport(trial, configuration, state(all), metrics, unknown);
  }

  /** Parse JSON as YAML, which includes it; report any other text as malformed JSON. */
  private static Map<String, SimpleYaml.Entry> parsed(String json) {
    try {
      if (json.strip().startsWith("{")) {
        return SimpleYaml.parse(PLACE, json);
      }
    } catch (RunFolderException e) {
      if (!e.getMessage().contains("not YAML")) {
        throw e;
      }
    }
    throw wrong("found \"%s\"; expected a JSON object such as %s".formatted(json, EXAMPLE));
  }

  private static OptionalInt trial(Map<String, SimpleYaml.Entry> all) {
    if (!all.containsKey("trial")) {
      return OptionalInt.empty();
    }
    String text = all.get("trial").text();
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw wrong("trial is \"%s\"; expected a whole number above 0".formatted(text));
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private static Trial.State state(Map<String, SimpleYaml.Entry> all) {
    String text = all.containsKey("state") ? all.get("state").text() : "completed";
    return TrialReport.state(text)
        .filter(ENDED::contains)
        .orElseThrow(
            () ->
                wrong(
                    "state is \"%s\"; expected one of completed, stopped, failed".formatted(text)));
  }

  private static Map<String, Double> metrics(Map<String, String> texts) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    texts.forEach(
        (name, text) -> {
          boolean unknown = List.of("null", "NaN", "nan", "").contains(text);
          OptionalDouble number = unknown ? OptionalDouble.empty() : number(text);
          if (!unknown && number.isEmpty()) {
            throw wrong("%s is \"%s\"; expected a number".formatted(name, text));
          }
          number.ifPresent(value -> metrics.put(name, value));
        });
    return metrics;
  }

  private static OptionalDouble number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static Map<String, String> texts(Map<String, SimpleYaml.Entry> all, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (all.containsKey(name)) {
      all.get(name)
          .inner()
          .orElseThrow(() -> wrong(name + " is a single value; expected {name: value, …}"))
          .forEach((key, value) -> texts.put(key, value.text()));
    }
    return texts;
  }

  private static RunFolderException wrong(String sentence) {
    return new RunFolderException("tell: " + sentence);
  }
}
