package io.github.greenscreen.run.format;

import io.github.greenscreen.format.CsvNumberFormat;
import java.util.Map;
import java.util.OptionalDouble;

/** Takes typed values out of the entries of a file, so that unknown entries remain. */
final class EntryReader {
  private EntryReader() {}

  /** Remove and return the value of {@code name}; an empty string if it is missing. */
  static String text(Map<String, String> entries, String name) {
    String text = entries.remove(name);
    return text == null ? "" : text;
  }

  /** Remove and return the number under {@code name}; empty if it is missing or is no number. */
  static OptionalDouble number(Map<String, String> entries, String name) {
    double value = orNaN(entries, name);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Remove and return the number under {@code name}; NaN if it is missing or is no number. */
  static double orNaN(Map<String, String> entries, String name) {
    return CsvNumberFormat.parse(text(entries, name)).orElse(Double.NaN);
  }

  /** Remove and return the count under {@code name}; 0 if it is missing or is no number. */
  static int count(Map<String, String> entries, String name) {
    return (int) number(entries, name).orElse(0);
  }
}
