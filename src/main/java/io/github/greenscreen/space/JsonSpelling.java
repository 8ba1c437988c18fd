package io.github.greenscreen.space;

import io.github.greenscreen.format.DecimalText;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The spelling of values whose JSON type matters, because another program reads them. Numbers,
 * {@code true}, {@code false}, {@code null}, lists, and objects are spelled as in JSON. Text is
 * spelled as it is, unless it would read as one of those: then it has quotation marks, as the text
 * {@code "5"} beside the number {@code 5}.
 */
public final class JsonSpelling {
  private static final Set<String> WORDS = Set.of("true", "false", "null");
  private static final String MARKS = "\"[{";

  private JsonSpelling() {}

  /** Tell whether {@code spelled} is JSON; otherwise it is plain text. */
  public static boolean isJson(String spelled) {
    return WORDS.contains(spelled)
        || DecimalText.isNumber(spelled)
        || (!spelled.isEmpty() && MARKS.indexOf(spelled.charAt(0)) >= 0);
  }

  /** Return the spelling of {@code text}, which is text even if it looks like a number. */
  public static String text(String text) {
    return text.isEmpty() || isJson(text) ? quoted(text) : text;
  }

  /** Return {@code spelled} as JSON; a number that is no integer keeps a point or an exponent. */
  public static String json(String spelled) {
    if (DecimalText.isNumber(spelled)) {
      return number(new BigDecimal(spelled), spelled.matches("[-+]?\\d+"));
    }
    return isJson(spelled) ? spelled : quoted(spelled);
  }

  /** Return {@code number} as JSON, 1 as {@code 1.0} unless it is {@code whole}. */
  public static String number(BigDecimal number, boolean whole) {
    return (number.scale() == 0 && !whole ? number.setScale(1) : number).toString();
  }

  /** Return {@code text} in quotation marks, as in JSON. */
  public static String quoted(String text) {
    StringBuilder result = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        result.append('\\').append(c);
      } else if (c < ' ') {
        result.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
      } else {
        result.append(c);
      }
    }
    return result.append('"').toString();
  }

  /**
   * Return the value of {@code parameter} that {@code said} means. Many programs confuse text,
   * numbers, and truth values on the way, so {@code "5"} matches 5, and {@code True} matches true.
   */
  public static Optional<String> match(Parameter parameter, String said) {
    return Stream.of(said, text(said), bare(said), said.toLowerCase(Locale.ROOT))
        .map(parameter::configName)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String bare(String spelled) {
    boolean marked = spelled.length() > 1 && spelled.startsWith("\"") && spelled.endsWith("\"");
    return marked ? spelled.substring(1, spelled.length() - 1) : spelled;
  }
}
