package io.github.greenscreen.run;

import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Names and order of {@code sweep.yaml}; configurations and known runs are numbered from 1. */
final class SweepFile {
  /** Name of the file in the folder of all runs. */
  static final String NAME = "sweep.yaml";

  /** Name of a copy, from which the sweep goes on where the file was broken. */
  static final String COPY = "sweep.yaml.copy";

  private static final String HEAD = "# Whole only with its last line, which says: end.\n";
  private static final String END = "# end\n";
  private static final String SETTINGS = "settings";
  private static final String REPEATS = "repeats";
  private static final String PINNED = "pinned";
  private static final String KNOWN = "known";
  private static final String FIRST = "first";
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
    if (sweep.repeats() > 1) {
      text.append(FlatYaml.line(REPEATS, Integer.toString(sweep.repeats())));
    }
    text.append(sweep.data().isEmpty() ? "" : FlatYaml.line("data", sweep.data()));
    sweep.limit().ifPresent(n -> text.append(FlatYaml.line("limit", Integer.toString(n))));
    append(text, SETTINGS, sweep.settings());
    append(text, PINNED, sweep.pinned());
    append(text, KNOWN, numbered(sweep.known()));
    if (!sweep.first().isEmpty()) {
      append(text, FIRST, sweep.first());
    }
    append(text, CONFIGURATIONS, sweep.configurations());
    return text.append(END).toString();
  }

  private static Map<String, String> numbered(List<String> texts) {
    Map<String, String> numbered = new LinkedHashMap<>();
    texts.forEach(text -> numbered.put(Integer.toString(numbered.size() + 1), text));
    return numbered;
  }

  private static void append(StringBuilder text, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      text.append(name).append(":\n");
      values.forEach((key, value) -> text.append("  ").append(FlatYaml.line(key, value)));
    }
  }

  private static void append(StringBuilder text, String name, List<Configuration> configurations) {
    text.append(name).append(configurations.isEmpty() ? ": {}\n" : ":\n");
    int number = 1;
    for (Configuration configuration : configurations) {
      text.append("  ").append(number).append(":\n");
      configuration
          .values()
          .forEach((key, value) -> text.append("    ").append(FlatYaml.line(key, value)));
      number++;
    }
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
        sweep.entries.containsKey(REPEATS) ? sweep.count(REPEATS) : 1,
        sweep.entries.containsKey("data") ? sweep.text("data") : "",
        sweep.entries.containsKey("limit")
            ? OptionalInt.of(sweep.count("limit"))
            : OptionalInt.empty(),
        sweep.texts(SETTINGS),
        sweep.texts(PINNED),
        List.copyOf(sweep.texts(KNOWN).values()),
        sweep.entries.containsKey(FIRST) ? sweep.configurations(FIRST) : List.of(),
        sweep.configurations(CONFIGURATIONS));
  }

  /** Return what stands under {@code name}; sweeps that need nothing there lack it. */
  private Map<String, String> texts(String name) {
    FlatYaml.Entry all = entries.get(name);
    return all == null ? Map.of() : texts(inner(name, all));
  }

  private List<Configuration> configurations(String name) {
    FlatYaml.Entry all = entry(name);
    List<Configuration> result = new ArrayList<>();
    inner(name, all).forEach((number, one) -> result.add(configuration(inner(number, one))));
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
