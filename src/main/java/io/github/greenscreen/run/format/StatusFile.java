package io.github.greenscreen.run.format;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.DidYouMean;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads and writes {@code status.yaml}: the state first, then the environment as it was found,
 * limits, and measurements, the indented {@code seconds} by phase, and last the values in effect,
 * under names that end in {@code _effective}. Empty values are left out.
 */
public final class StatusFile {
  private static final String SECONDS = "seconds";
  private static final String RETRY = "retry_on_resume";
  private static final String SAVING = "save_models";
  private static final String EFFECTIVE = "_effective";
  private static final Set<String> OWN =
      Set.of(
          "state",
          "why",
          "purpose",
          "started",
          "ended",
          "data",
          "limit",
          "attempts",
          RETRY,
          SAVING,
          SECONDS);

  private final YamlMapping found;

  private StatusFile(YamlMapping found) {
    this.found = found;
  }

  public static RunStatus parse(Path file, String content) {
    return new StatusFile(YamlMapping.parse(file, content)).status();
  }

  public static String format(RunStatus status) {
    StringBuilder text = new StringBuilder();
    text.append(SimpleYaml.line("state", status.state().configName()));
    appendUnlessEmpty(text, "why", status.reason());
    text.append(SimpleYaml.line("purpose", status.purpose().configName()));
    appendUnlessEmpty(text, "started", status.started().map(Instant::toString).orElse(""));
    appendUnlessEmpty(text, "ended", status.ended().map(Instant::toString).orElse(""));
    appendUnlessEmpty(text, "data", status.data());
    status.limit().ifPresent(n -> text.append(SimpleYaml.line("limit", Integer.toString(n))));
    text.append(SimpleYaml.line("attempts", Integer.toString(status.attempts())));
    appendUnlessEmpty(text, RETRY, status.retryOnResume() ? "true" : "");
    appendUnlessEmpty(text, SAVING, status.saving().map(ModelSaving::configName).orElse(""));
    status.environment().entries().forEach((name, value) -> append(text, free(name), value));
    LimitFields.format(status.limits()).forEach((name, value) -> append(text, name, value));
    MeasurementFields.format(status.measurements())
        .forEach((name, value) -> append(text, name, value));
    if (!status.seconds().isEmpty()) {
      text.append(SECONDS + ":\n");
      status.seconds().forEach((phase, s) -> text.append("  ").append(phase(phase, s)));
    }
    status.effective().forEach((name, value) -> append(text, effective(name), value));
    return text.toString();
  }

  private static void appendUnlessEmpty(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      append(text, name, value);
    }
  }

  private static void append(StringBuilder text, String name, String value) {
    text.append(SimpleYaml.line(name, value));
  }

  private static String phase(String name, double seconds) {
    return SimpleYaml.line(name, CsvNumberFormat.measured(seconds, 3));
  }

  private static String free(String name) {
    if (OWN.contains(name)) {
      throw new IllegalArgumentException("an entry may not be called " + name);
    }
    return name;
  }

  private static String effective(String name) {
    return name.endsWith(EFFECTIVE) ? name : name + EFFECTIVE;
  }

  private RunStatus status() {
    Map<String, String> entries = new LinkedHashMap<>();
    Map<String, String> effective = new LinkedHashMap<>();
    found.names().stream()
        .filter(name -> !OWN.contains(name))
        .forEach(name -> (name.endsWith(EFFECTIVE) ? effective : entries).put(name, text(name)));
    return new RunStatus(
        word("state", List.of(RunState.values()), RunState::configName),
        text("why"),
        word("purpose", List.of(RunPurpose.values()), RunPurpose::configName),
        moment("started"),
        moment("ended"),
        text("data"),
        text("limit").isEmpty() ? OptionalInt.empty() : OptionalInt.of(count("limit")),
        text("attempts").isEmpty() ? 0 : count("attempts"),
        text(RETRY).equals("true"),
        text(SAVING).isEmpty()
            ? Optional.empty()
            : Optional.of(word(SAVING, List.of(ModelSaving.values()), ModelSaving::configName)),
        LimitFields.take(entries),
        MeasurementFields.take(entries),
        new RunEnvironment(entries),
        seconds(),
        effective);
  }

  private Map<String, Double> seconds() {
    YamlMapping phases = found.block(SECONDS);
    Map<String, Double> seconds = new LinkedHashMap<>();
    phases.names().forEach(phase -> seconds.put(phase, phases.number(phase)));
    return seconds;
  }

  private <T> T word(String name, List<T> words, Function<T, String> configName) {
    List<String> configNames = words.stream().map(configName).toList();
    String word = found.text(name);
    int index = configNames.indexOf(word);
    if (index < 0) {
      String expected = "one of " + String.join(", ", configNames);
      throw found.unexpected(name, expected + DidYouMean.hint(word, configNames));
    }
    return words.get(index);
  }

  private Optional<Instant> moment(String name) {
    if (text(name).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text(name)));
    } catch (DateTimeParseException e) {
      throw found.unexpected(name, "a moment such as 2026-01-31T12:00:00Z");
    }
  }

  private int count(String name) {
    if (!text(name).matches("\\d{1,9}")) {
      throw found.unexpected(name, "a whole number");
    }
    return Integer.parseInt(text(name));
  }

  /** Return the value of {@code name}, or an empty string if it is missing. */
  private String text(String name) {
    return found.text(name, "");
  }
}
