package io.github.greenscreen.run;

import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Names and order of {@code sweep.yaml}; the configurations are numbered from 1. */
final class SweepFile {
  /** Name of the file in the folder of all runs. */
  static final String NAME = "sweep.yaml";

  /** Name of a copy, from which the sweep goes on where the file was broken. */
  static final String COPY = "sweep.yaml.copy";

  private static final String HEAD = "# Whole only with its last line, which says: end.\n";
  private static final String END = "# end\n";
  private static final String SETTINGS = "settings";
  private static final String CONFIGURATIONS = "configurations";

  private final Path file;
  private final Map<String, FlatYaml.Entry> entries;

  private SweepFile(Path file, Map<String, FlatYaml.Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  static String format(SweepRecord sweep) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append(FlatYaml.line("method", sweep.method()));
    text.append(FlatYaml.line("seed", Long.toString(sweep.seed())));
    text.append(FlatYaml.line("asked", Integer.toString(sweep.asked())));
    text.append(sweep.data().isEmpty() ? "" : FlatYaml.line("data", sweep.data()));
    sweep.limit().ifPresent(n -> text.append(FlatYaml.line("limit", Integer.toString(n))));
    if (!sweep.settings().isEmpty()) {
      text.append(SETTINGS + ":\n");
      sweep.settings().forEach((name, one) -> text.append("  ").append(FlatYaml.line(name, one)));
    }
    text.append(CONFIGURATIONS + ":\n");
    int number = 1;
    for (Configuration configuration : sweep.configurations()) {
      text.append("  ").append(number).append(":\n");
      configuration
          .values()
          .forEach((name, value) -> text.append("    ").append(FlatYaml.line(name, value)));
      number++;
    }
    return text.append(END).toString();
  }

  /** Read {@code content} of {@code file}; that of earlier versions has neither head nor end. */
  static SweepRecord parse(Path file, String content) {
    if (content.startsWith(HEAD) && !content.endsWith(END)) {
      throw new RunFolderException(
          file + ": it is cut off: its last line is not \"" + END.strip() + "\"");
    }
    SweepFile sweep = new SweepFile(file, FlatYaml.parse(file, content));
    return new SweepRecord(
        sweep.text("method"),
        sweep.number("seed"),
        sweep.count("asked"),
        sweep.entries.containsKey("data") ? sweep.text("data") : "",
        sweep.entries.containsKey("limit")
            ? OptionalInt.of(sweep.count("limit"))
            : OptionalInt.empty(),
        sweep.settings(),
        sweep.configurations());
  }

  /** Return the settings; sweeps of earlier versions have none. */
  private Map<String, String> settings() {
    FlatYaml.Entry all = entries.get(SETTINGS);
    return all == null ? Map.of() : texts(inner(SETTINGS, all));
  }

  private List<Configuration> configurations() {
    FlatYaml.Entry all = entry(CONFIGURATIONS);
    List<Configuration> result = new ArrayList<>();
    inner(CONFIGURATIONS, all)
        .forEach((number, one) -> result.add(configuration(inner(number, one))));
    return result;
  }

  private static Configuration configuration(Map<String, FlatYaml.Entry> values) {
    return Configuration.of(texts(values));
  }

  private static Map<String, String> texts(Map<String, FlatYaml.Entry> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }

  private Map<String, FlatYaml.Entry> inner(String name, FlatYaml.Entry entry) {
    return entry
        .inner()
        .orElseThrow(
            () ->
                RunFolderException.at(
                    file, entry.line(), name + " is a single value; expected indented lines"));
  }

  private int count(String name) {
    long number = number(name);
    if (number < 1 || number > Integer.MAX_VALUE) {
      throw unexpected(name, "a whole number above 0");
    }
    return (int) number;
  }

  private long number(String name) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      throw unexpected(name, "a whole number");
    }
  }

  private String text(String name) {
    return entry(name).text();
  }

  private FlatYaml.Entry entry(String name) {
    if (!entries.containsKey(name)) {
      throw new RunFolderException(
          file + ": " + name + " is missing; expected a line " + name + ": …");
    }
    return entries.get(name);
  }

  private RunFolderException unexpected(String name, String expected) {
    return RunFolderException.at(
        file, entry(name).line(), "%s \"%s\"; expected %s".formatted(name, text(name), expected));
  }
}
