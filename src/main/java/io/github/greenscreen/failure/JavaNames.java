package io.github.greenscreen.failure;

import java.util.regex.Pattern;

/** The names of classes and packages that libraries put into their messages. */
public final class JavaNames {
  /** Packages of the JDK, of the libraries in the distribution, and of this program. */
  private static final String PACKAGE =
      "(?<![\\w/.$@-])(?:javax?|jdk|sun|com\\.sun|ai\\.djl|ch\\.qos|com\\.(?:google|lowagie)"
          + "|org\\.(?:apache|jfree|openpdf|slf4j|yaml)|picocli|io\\.github\\.greenscreen)"
          + "(?:\\.[a-z_]\\w*)*\\.";

  private static final String NAME = "[A-Z]\\w*(?:\\$\\w+)*";

  /** An exception in front of its message: {@code java.io.IOException: }. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:" + PACKAGE + NAME + "|(?<![\\w/.$-])[A-Z]\\w*(?:Exception|Error))(?:: |:?$)");

  private static final Pattern QUALIFIER = Pattern.compile(PACKAGE + "(?=" + NAME + ")");

  private static final Pattern EXCEPTION =
      Pattern.compile("(?<![\\w/.$-])[A-Z]\\w*(?:Exception|Error)\\b(?![./])");

  private JavaNames() {}

  /**
   * Return {@code text} without the names of exceptions in front of their messages; other names of
   * classes lose their packages.
   */
  public static String removedFrom(String text) {
    return QUALIFIER.matcher(LABEL.matcher(text).replaceAll("")).replaceAll("").strip();
  }

  /** Return whether {@code text} names an exception or a package of Java. */
  public static boolean areIn(String text) {
    return QUALIFIER.matcher(text).find() || EXCEPTION.matcher(text).find();
  }
}
