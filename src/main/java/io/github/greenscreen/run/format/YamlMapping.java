package io.github.greenscreen.run.format;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.run.model.RunFolderException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names and values of one mapping in a file. A value that is missing or of another type throws
 * {@link RunFolderException} with its line. Immutable.
 */
public final class YamlMapping {
  private final Path file;
  private final Map<String, SimpleYaml.Entry> entries;

  private YamlMapping(Path file, Map<String, SimpleYaml.Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /** Parse {@code content} of {@code file}. */
  public static YamlMapping parse(Path file, String content) {
    return new YamlMapping(file, SimpleYaml.parse(file, content));
  }

  /** Tell whether {@code name} exists. */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** Return all names in the order of the file. */
  public Set<String> names() {
    return entries.keySet();
  }

  /** Return the single value of {@code name} as it is spelled. */
  public String text(String name) {
    SimpleYaml.Entry entry = entry(name);
    if (entry.inner().isPresent()) {
      throw RunFolderException.at(
          file, entry.line(), "found a mapping; expected a single value for " + name);
    }
    return entry.text();
  }

  /** Return the single value of {@code name}, or {@code absent} if it is missing. */
  public String text(String name, String absent) {
    return has(name) ? text(name) : absent;
  }

  /** Return all names with their values, none of which may be a mapping. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    names().forEach(name -> texts.put(name, text(name)));
    return texts;
  }

  /** Return the integer under {@code name}. */
  public long whole(String name) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      throw unexpected(name, "a whole number");
    }
  }

  /** Return the positive integer under {@code name}. */
  int count(String name) {
    long number = whole(name);
    if (number < 1 || number > Integer.MAX_VALUE) {
      throw unexpected(name, "a whole number above 0");
    }
    return (int) number;
  }

  /** Return the number under {@code name}, which may be NaN. */
  public double number(String name) {
    return CsvNumberFormat.parse(text(name)).orElseThrow(() -> unexpected(name, "a number"));
  }

  /** Return the mapping under {@code name}, or an empty one if it is missing. */
  public YamlMapping block(String name) {
    if (!has(name)) {
      return new YamlMapping(file, Map.of());
    }
    SimpleYaml.Entry entry = entry(name);
    return new YamlMapping(
        file,
        entry
            .inner()
            .orElseThrow(
                () ->
                    RunFolderException.at(
                        file, entry.line(), name + " is a single value; expected indented lines")));
  }

  /** Return the exception for {@code name}, whose value is not as expected. */
  RunFolderException unexpected(String name, String expected) {
    SimpleYaml.Entry entry = entry(name);
    String found = entry.inner().isPresent() ? name : "%s \"%s\"".formatted(name, entry.text());
    return RunFolderException.at(file, entry.line(), found + "; expected " + expected);
  }

  private SimpleYaml.Entry entry(String name) {
    SimpleYaml.Entry entry = entries.get(name);
    if (entry == null) {
      throw new RunFolderException(
          file + ": " + name + " is missing; expected a line " + name + ": …");
    }
    return entry;
  }
}
