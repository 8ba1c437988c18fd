package io.github.greenscreen.simulation;

import java.util.regex.Pattern;

/** Quotes an argument of a command line that a message proposes. */
final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:=,@%+-]+");

  private ShellWord() {}

  /** Return {@code argument} as a POSIX shell needs it. */
  static String of(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
