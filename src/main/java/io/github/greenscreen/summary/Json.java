package io.github.greenscreen.summary;

import com.google.gson.stream.JsonWriter;
import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.table.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

/**
 * Formats values as JSON (RFC 8259): objects, maps, collections, strings, booleans, numbers,
 * literals.
 */
public final class Json {
  /** A text that is JSON already. */
  public record Literal(String json) {}

  private Json() {}

  /**
   * Format {@code value} on one line. Maps become objects in their order, with their keys as text;
   * integers stay integers, other numbers get ten digits; null, NaN and infinities become {@code
   * null}.
   */
  public static String of(Object value) {
    return spell(value, "");
  }

  /** Format {@code value} on indented lines, with a final line feed. */
  public static String lines(Object value) {
    return spell(value, "  ") + "\n";
  }

  private static String spell(Object value, String indent) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = new JsonWriter(text)) {
      writer.setIndent(indent);
      write(writer, value);
    } catch (IOException e) {
      throw new UncheckedIOException("a text takes whatever is written", e);
    }
    return text.toString();
  }

  private static void write(JsonWriter writer, Object value) throws IOException {
    if (value instanceof JsonObject object) {
      write(writer, object.members());
    } else if (value instanceof Map<?, ?> map) {
      writer.beginObject();
      for (Map.Entry<?, ?> each : map.entrySet()) {
        writer.name(String.valueOf(each.getKey()));
        write(writer, each.getValue());
      }
      writer.endObject();
    } else if (value instanceof Collection<?> all) {
      writer.beginArray();
      for (Object each : all) {
        write(writer, each);
      }
      writer.endArray();
    } else if (value instanceof Literal literal) {
      writer.jsonValue(literal.json());
    } else if (value instanceof Double number) {
      writer.jsonValue(Double.isFinite(number) ? CsvNumberFormat.tenDigits(number) : "null");
    } else if (value instanceof Number number) {
      writer.value(number);
    } else if (value instanceof Boolean truth) {
      writer.value(truth);
    } else {
      writer.value(value == null ? null : value.toString());
    }
  }
}
