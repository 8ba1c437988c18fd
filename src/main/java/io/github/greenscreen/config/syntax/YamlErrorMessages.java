package io.github.greenscreen.config.syntax;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Translates errors of the YAML parser into messages for people who write YAML by hand. */
final class YamlErrorMessages {
  private YamlErrorMessages() {}

  /** Return the line, from 1, that the user should check. */
  static int line(MarkedYAMLException exception) {
    boolean began = isKeyWithoutColon(exception) || isOpenQuote(exception);
    Mark mark = began ? exception.getContextMark() : exception.getProblemMark();
    return mark == null ? 1 : mark.getLine() + 1;
  }

  /** Return a message that names the error and its fix. */
  static String sentence(MarkedYAMLException exception) {
    String problem = String.valueOf(exception.getProblem());
    if (problem.contains("(TAB)")) {
      return "found a tab; indent with spaces";
    }
    if (isKeyWithoutColon(exception)) {
      return "name without a colon; expected name: value";
    }
    if (isOpenQuote(exception)) {
      return "the quotation mark opened here is never closed";
    }
    if (problem.startsWith("mapping values are not allowed here")) {
      return "unexpected colon; check the indentation, and quote values that contain a colon";
    }
    if (problem.startsWith("expected ',' or")) {
      return unclosed(exception, problem);
    }
    if (problem.startsWith("expected <block end>")) {
      return "wrong indentation, or something unexpected after a value";
    }
    if (problem.startsWith("found undefined alias")) {
      return problem.replace("found undefined alias", "there is no anchor");
    }
    if (problem.startsWith("but found another document")) {
      return "a second document starts here; expected one";
    }
    return "is not valid YAML: " + problem;
  }

  private static String unclosed(MarkedYAMLException exception, String problem) {
    String closing = problem.contains("]") ? "]" : "}";
    String opening = closing.equals("]") ? "[" : "{";
    int line = exception.getContextMark() == null ? 1 : exception.getContextMark().getLine() + 1;
    return "expected a comma or \"%s\" to close the \"%s\" of line %s"
        .formatted(closing, opening, line);
  }

  private static boolean isKeyWithoutColon(MarkedYAMLException exception) {
    return exception.getContextMark() != null
        && String.valueOf(exception.getProblem()).startsWith("could not find expected ':'");
  }

  private static boolean isOpenQuote(MarkedYAMLException exception) {
    return exception.getContextMark() != null
        && String.valueOf(exception.getProblem()).startsWith("found unexpected end of stream");
  }
}
