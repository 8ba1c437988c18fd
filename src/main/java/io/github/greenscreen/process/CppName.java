package io.github.greenscreen.process;

/** Shortens the demangled signatures of C++ functions. */
final class CppName {
  private static final String OPERATOR = "operator";
  private static final String ANONYMOUS = "(anonymous namespace)";

  /** The suffix of a function that the compiler has split or copied. */
  private static final String CLONE = " \\[clone .*";

  private CppName() {}

  /**
   * Return the qualified name in {@code signature}, without return type, template arguments, and
   * parameters. A mangled name is returned unchanged.
   */
  static String qualified(String signature) {
    String name = nameIn(signature.replaceFirst(CLONE, ""));
    return name.isEmpty() ? signature : name;
  }

  private static String nameIn(String signature) {
    StringBuilder name = new StringBuilder();
    int at = 0;
    while (at < signature.length()) {
      char c = signature.charAt(at);
      if (signature.startsWith(ANONYMOUS, at)) {
        name.append(ANONYMOUS);
        at += ANONYMOUS.length();
      } else if (isOperator(signature, at)) {
        int end = endOfOperator(signature, at + OPERATOR.length());
        name.append(signature, at, end);
        at = end;
      } else if (c == '<' || c == '{') {
        int end = endOfGroup(signature, at);
        name.append(c == '{' ? "{" + label(signature, at) + "}" : "");
        at = end;
      } else if (c == '(' && !isEnclosing(signature, at)) {
        break;
      } else if (c == '(') {
        at = endOfGroup(signature, at);
      } else {
        // The text before a space was the return type.
        name = c == ' ' ? new StringBuilder() : name.append(c);
        at++;
      }
    }
    return name.toString();
  }

  private static boolean isOperator(String text, int at) {
    int end = at + OPERATOR.length();
    return text.startsWith(OPERATOR, at)
        && (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
        && end < text.length()
        && !Character.isJavaIdentifierPart(text.charAt(end));
  }

  /** Return the index of the parameters of an operator, whose symbol may itself be a bracket. */
  private static int endOfOperator(String text, int from) {
    int parameters = text.indexOf('(', text.startsWith("()", from) ? from + 2 : from);
    return parameters < 0 ? text.length() : parameters;
  }

  /** Return whether these are parameters of a function inside which the name continues. */
  private static boolean isEnclosing(String text, int at) {
    return text.startsWith("::", endOfGroup(text, at));
  }

  /** Return the first word in the braces at {@code at}, such as lambda. */
  private static String label(String text, int at) {
    return text.substring(at + 1).split("[^\\w ]", 2)[0].strip();
  }

  /** Return the index after the bracket that closes the one at {@code at}. */
  private static int endOfGroup(String text, int at) {
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean arrow = c == '>' && i > 0 && text.charAt(i - 1) == '-';
      depth += "<({[".indexOf(c) >= 0 ? 1 : ">)}]".indexOf(c) >= 0 && !arrow ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
