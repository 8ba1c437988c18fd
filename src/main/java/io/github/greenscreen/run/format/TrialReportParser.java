package io.github.greenscreen.run.format;

import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.run.format.JsonObjectReader.Literal;
import io.github.greenscreen.run.format.JsonObjectReader.Members;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.TrialReport;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.DidYouMean;
import io.github.greenscreen.space.JsonSpelling;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the report of a trial, one JSON object on a line, as {@code tell} receives it. Nested
 * objects in {@code configuration} and {@code metrics} give names such as {@code opt.lr}.
 * Stateless.
 */
public final class TrialReportParser {
  private static final String EXAMPLE = "{\"trial\":1,\"metrics\":{\"val_accuracy\":0.91}}";
  private static final int LONGEST_EXCERPT = 80;
  private static final Set<Trial.State> ENDED =
      EnumSet.of(Trial.State.COMPLETED, Trial.State.STOPPED, Trial.State.FAILED);
  private static final String TRIAL = "trial";
  private static final String CONFIGURATION = "configuration";
  private static final String STATE = "state";
  private static final String METRICS = "metrics";
  private static final List<String> KEYS = List.of(TRIAL, CONFIGURATION, STATE, METRICS);

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  /** Spellings of a missing or non-finite number in JSON, Python, R, C, YAML, and pandas. */
  private static final Pattern NO_NUMBER =
      Pattern.compile(
          "|[-+]?\\.?(nan|inf|infinity)|[-+]?nan\\(\\w*\\)|[-+]?1\\.#(inf|qnan|snan|ind)\\d*"
              + "|null|none|nil|undefined|<?na>?|n/a",
          Pattern.CASE_INSENSITIVE);

  private TrialReportParser() {}

  /**
   * Read one JSON object.
   *
   * @throws RunFolderException if the text is not a JSON object, or has other keys or values
   */
  public static TrialReport parse(String json) {
    Map<String, Object> all = parsed(json);
    for (String key : all.keySet()) {
      if (!KEYS.contains(key)) {
        throw wrong(
            "unknown key \"%s\"; expected one of %s%s"
                .formatted(key, String.join(", ", KEYS), DidYouMean.hint(key, KEYS)));
      }
    }
    Optional<Configuration> configuration = configuration(all);
    OptionalInt trial = trial(all);
    if (trial.isEmpty() && configuration.isEmpty()) {
      throw wrong("expected either trial (the number from ask) or configuration");
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    Set<String> unknown = new LinkedHashSet<>();
    flatten("", member(all, METRICS), (name, value) -> addMetric(name, value, metrics, unknown));
    return new TrialReport(trial, configuration, state(all), metrics, unknown);
  }

  private static Map<String, Object> parsed(String json) {
    Members read =
        JsonObjectReader.read(json)
            .orElseThrow(
                () ->
                    wrong(
                        "found \"%s\"; expected a JSON object such as %s"
                            .formatted(excerpt(json), EXAMPLE)));
    if (!read.duplicates().isEmpty()) {
      throw wrong(read.duplicates().get(0) + " is given twice; give it once");
    }
    return read.members();
  }

  private static String excerpt(String json) {
    String line = json.strip();
    return line.length() > LONGEST_EXCERPT ? line.substring(0, LONGEST_EXCERPT) + "…" : line;
  }

  private static OptionalInt trial(Map<String, Object> all) {
    if (!all.containsKey(TRIAL)) {
      return OptionalInt.empty();
    }
    String text = plain(all.get(TRIAL));
    String whole = text.replaceFirst("\\.0+$", "");
    if (!whole.matches("[1-9]\\d{0,8}")) {
      throw wrong("trial is \"%s\"; expected a whole number above 0".formatted(text));
    }
    return OptionalInt.of(Integer.parseInt(whole));
  }

  private static Trial.State state(Map<String, Object> all) {
    String text = all.containsKey(STATE) ? plain(all.get(STATE)) : "completed";
    return TrialReport.state(text)
        .filter(ENDED::contains)
        .orElseThrow(
            () ->
                wrong(
                    "state is \"%s\"; expected one of completed, stopped, failed".formatted(text)));
  }

  private static Optional<Configuration> configuration(Map<String, Object> all) {
    if (!all.containsKey(CONFIGURATION)) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    flatten("", member(all, CONFIGURATION), (name, value) -> put(values, name, value));
    return Optional.of(Configuration.of(values));
  }

  private static void put(Map<String, String> values, String name, Object value) {
    if (values.put(name, spelled(value)) != null) {
      throw wrong(name + " is given twice; give it once");
    }
  }

  private static void addMetric(
      String name, Object value, Map<String, Double> metrics, Set<String> unknown) {
    if (metrics.containsKey(name) || unknown.contains(name)) {
      throw wrong(name + " is given twice; give it once");
    }
    String text = plain(value).strip();
    if (DecimalText.isNumber(text)) {
      metrics.put(name, Double.parseDouble(text));
    } else if (NO_NUMBER.matcher(text).matches() || NUMBER.matcher(text).matches()) {
      unknown.add(name);
    } else {
      throw wrong("%s is \"%s\"; expected a number".formatted(name, excerpt(text)));
    }
  }

  /** Call {@code action} for every member that is no object, with its names joined by dots. */
  private static void flatten(String path, Map<?, ?> members, BiConsumer<String, Object> action) {
    members.forEach(
        (key, value) -> {
          String name = path.isEmpty() ? key.toString() : path + "." + key;
          if (value instanceof Map<?, ?> inner) {
            flatten(name, inner, action);
          } else {
            action.accept(name, value);
          }
        });
  }

  private static Map<?, ?> member(Map<String, Object> all, String name) {
    Object value = all.getOrDefault(name, Map.of());
    if (value instanceof Map<?, ?> members) {
      return members;
    }
    throw wrong(
        "%s is a %s; expected {name: value, …}"
            .formatted(name, value instanceof List ? "list" : "single value"));
  }

  private static String plain(Object value) {
    return value instanceof String text ? text : spelled(value);
  }

  /** Return {@code value} as a configuration spells it. */
  private static String spelled(Object value) {
    if (value instanceof Map<?, ?> members) {
      return members.entrySet().stream()
          .map(each -> JsonSpelling.quoted(each.getKey().toString()) + ":" + json(each.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> items) {
      return items.stream().map(TrialReportParser::json).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof Literal literal ? literal.text() : JsonSpelling.text(value.toString());
  }

  private static String json(Object value) {
    return JsonSpelling.json(spelled(value));
  }

  private static RunFolderException wrong(String sentence) {
    return new RunFolderException("tell: " + sentence);
  }
}
