package io.github.greenscreen.summary;

import io.github.greenscreen.run.ResultFolder;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as JSON (RFC 8259) on one line: maps, collections, texts, truth values and numbers. */
public final class Json {
  private Json() {}

  /**
   * Spell {@code value}. Maps become objects in their order, whose names are their keys as text;
   * whole numbers stay whole, others get ten digits; null and what is no number become {@code
   * null}.
   */
  public static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(each -> quoted(String.valueOf(each.getKey())) + ":" + of(each.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Collection<?> all) {
      return all.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Double number) {
      return Double.isFinite(number) ? ResultFolder.number(number) : "null";
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? String.valueOf(value)
        : quoted(value.toString());
  }

  private static String quoted(String text) {
    StringBuilder result = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        result.append('\\').append(each);
      } else if (each < ' ') {
        result.append("\\u%04x".formatted((int) each));
      } else {
        result.append(each);
      }
    }
    return result.append('"').toString();
  }
}
