package io.github.greenscreen.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names and values of one mapping in a file, asked for by name. What is missing, or is not what
 * was asked for, throws {@link RunFolderException} with its line. Immutable.
 */
final class YamlMapping {
  private final Path file;
  private final Map<String, SimpleYaml.Entry> entries;

  private YamlMapping(Path file, Map<String, SimpleYaml.Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /** Read {@code content} of {@code file}. */
  static YamlMapping parse(Path file, String content) {
    return new YamlMapping(file, SimpleYaml.parse(file, content));
  }

  /** Tell whether {@code name} is there. */
  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** Return all names in the order of the file. */
  Set<String> names() {
    return entries.keySet();
  }

  /** Return the one value of {@code name} as it is spelled. */
  String text(String name) {
    SimpleYaml.Entry entry = entry(name);
    if (entry.inner().isPresent()) {
      throw RunFolderException.at(
          file, entry.line(), "found a mapping; expected a single value for " + name);
    }
    return entry.text();
  }

  /** Return the one value of {@code name}, or {@code absent} where it is not there. */
  String text(String name, String absent) {
    return has(name) ? text(name) : absent;
  }

  /** Return all names with their values, none of which may be a mapping. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    names().forEach(name -> texts.put(name, text(name)));
    return texts;
  }

  /** Return a whole number. */
  long whole(String name) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      throw unexpected(name, "a whole number");
    }
  }

  /** Return a whole number above 0. */
  int count(String name) {
    long number = whole(name);
    if (number < 1 || number > Integer.MAX_VALUE) {
      throw unexpected(name, "a whole number above 0");
    }
    return (int) number;
  }

  /** Return a number, NaN where the file says so. */
  double number(String name) {
    return CsvNumberFormat.parse(text(name)).orElseThrow(() -> unexpected(name, "a number"));
  }

  /** Return the mapping under {@code name}, an empty one where it is not there. */
  YamlMapping block(String name) {
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

  /** Return what to throw where {@code name}, which is there, is not as expected. */
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
