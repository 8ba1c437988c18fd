package io.github.greenscreen.run.format;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a JSON object as programs write it: {@code NaN} and {@code Infinity} may lack quotation
 * marks. Objects become maps, lists become lists, text becomes strings, and everything else becomes
 * a {@link Literal} with its spelling.
 */
final class JsonObjectReader {
  /** Deeper than any report; the call stack is not endless. */
  private static final int DEEPEST = 50;

  private final JsonReader in;
  private final List<String> duplicates = new ArrayList<>();

  /** A number, {@code true}, {@code false}, or {@code null}, as it is spelled. */
  record Literal(String text) {}

  /**
   * The members of an object.
   *
   * @param members names and values in their order
   * @param duplicates names that occur twice in one object
   */
  record Members(Map<String, Object> members, List<String> duplicates) {}

  private JsonObjectReader(String text) {
    in = new JsonReader(new StringReader(text));
    in.setStrictness(Strictness.LENIENT);
  }

  /** Return the object that is all of {@code text}; empty if the text is not an object. */
  static Optional<Members> read(String text) {
    JsonObjectReader reader = new JsonObjectReader(text);
    try {
      Map<String, Object> members = reader.object(0);
      return reader.in.peek() == JsonToken.END_DOCUMENT
          ? Optional.of(new Members(members, reader.duplicates))
          : Optional.empty();
    } catch (IOException | IllegalStateException | JsonParseException e) {
      return Optional.empty();
    }
  }

  private Map<String, Object> object(int depth) throws IOException {
    checkDepth(depth);
    Map<String, Object> members = new LinkedHashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName().strip();
      if (members.put(name, value(depth + 1)) != null) {
        duplicates.add(name);
      }
    }
    in.endObject();
    return members;
  }

  private List<Object> list(int depth) throws IOException {
    checkDepth(depth);
    List<Object> items = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      items.add(value(depth + 1));
    }
    in.endArray();
    return items;
  }

  private Object value(int depth) throws IOException {
    return switch (in.peek()) {
      case BEGIN_OBJECT -> object(depth);
      case BEGIN_ARRAY -> list(depth);
      case NUMBER -> new Literal(in.nextString());
      case BOOLEAN -> new Literal(Boolean.toString(in.nextBoolean()));
      case NULL -> {
        in.nextNull();
        yield new Literal("null");
      }
      default -> in.nextString();
    };
  }

  private static void checkDepth(int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("nested too deeply");
    }
  }
}
