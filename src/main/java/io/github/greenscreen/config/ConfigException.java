package io.github.greenscreen.config;

import java.util.List;

/**
 * Signals an invalid configuration file, or an invalid replacement for one of its values. The
 * message has one line per error, each a sentence for the user.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String[] problems;

  /** Create an exception with {@code problems}, at least one, in the order of the file. */
  public ConfigException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = problems.toArray(new String[0]);
  }

  /** Return one sentence per problem, in the order of the file. */
  public List<String> problems() {
    return List.of(problems);
  }
}
