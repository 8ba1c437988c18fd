package io.github.greenscreen.run.format;

import io.github.greenscreen.run.format.SimpleYaml.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the YAML subset that nearly all run folders use: lines {@code name: value} of letters,
 * digits and few other characters, and one nested level indented by two blanks. It is many times as
 * fast as a complete YAML parser, to which it leaves everything else.
 */
final class FastYamlReader {
  private static final String INDENT = "  ";
  private static final String SIGNS = "._+-/";

  private final String content;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private Map<String, Entry> inner;
  private String outer = "";
  private int outerLine;

  private FastYamlReader(String content) {
    this.content = content;
  }

  /** Parse {@code content}, or return empty if it is outside the subset. */
  static Optional<Map<String, Entry>> parse(String content) {
    FastYamlReader yaml = new FastYamlReader(content);
    return yaml.read() ? Optional.of(yaml.entries) : Optional.empty();
  }

  private boolean read() {
    int begin = 0;
    for (int line = 1; begin < content.length(); line++) {
      int end = content.indexOf('\n', begin);
      if (end < 0 || !take(begin, end, line)) {
        return false;
      }
      begin = end + 1;
    }
    return closeInner() && !entries.isEmpty();
  }

  private boolean take(int begin, int end, int line) {
    boolean indented = content.startsWith(INDENT, begin);
    int from = indented ? begin + INDENT.length() : begin;
    int colon = content.indexOf(':', from);
    if (colon < 0 || colon >= end || !isName(from, colon)) {
      return false;
    }
    String name = content.substring(from, colon);
    if (indented) {
      return inner != null && isValue(colon + 1, end) && put(inner, name, value(colon, end), line);
    }
    if (!closeInner()) {
      return false;
    }
    if (colon + 1 == end) {
      inner = new LinkedHashMap<>();
      outer = name;
      outerLine = line;
      return true;
    }
    return isValue(colon + 1, end) && put(entries, name, value(colon, end), line);
  }

  /**
   * Close the nested mapping, whose line is that of its first entry; return false if it is empty.
   */
  private boolean closeInner() {
    if (inner == null) {
      return true;
    }
    Map<String, Entry> closed = inner;
    inner = null;
    return !closed.isEmpty()
        && entries.put(outer, new Entry("", outerLine + 1, Optional.of(closed))) == null;
  }

  private static boolean put(Map<String, Entry> map, String name, String text, int line) {
    return map.put(name, new Entry(text, line, Optional.empty())) == null;
  }

  private String value(int colon, int end) {
    return content.substring(colon + 2, end);
  }

  private boolean isName(int begin, int end) {
    if (begin == end || !isLetter(content.charAt(begin))) {
      return false;
    }
    for (int i = begin + 1; i < end; i++) {
      char each = content.charAt(i);
      if (!isLetter(each) && !isDigit(each) && each != '_') {
        return false;
      }
    }
    return true;
  }

  /** Tell whether the range holds a blank and then words that have no special meaning in YAML. */
  private boolean isValue(int begin, int end) {
    if (begin + 1 >= end || content.charAt(begin) != ' ') {
      return false;
    }
    char first = content.charAt(begin + 1);
    char last = content.charAt(end - 1);
    if ((!isLetter(first) && !isDigit(first)) || last == ' ' || last == ':') {
      return false;
    }
    for (int i = begin + 1; i < end; i++) {
      char each = content.charAt(i);
      boolean tame = isLetter(each) || isDigit(each) || SIGNS.indexOf(each) >= 0;
      boolean between = each == ' ' || (each == ':' && content.charAt(i + 1) != ' ');
      if (!tame && !between) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char each) {
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
  }

  private static boolean isDigit(char each) {
    return each >= '0' && each <= '9';
  }
}
