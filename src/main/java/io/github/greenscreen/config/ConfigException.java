package io.github.greenscreen.config;

import java.util.List;

/**
 * A configuration, or a value that was to replace one of its own, cannot be used. The message holds
 * one sentence for the user per line.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String[] problems;

  /** Take all problems, at least one, in the order of the file. */
  public ConfigException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = problems.toArray(new String[0]);
  }

  /** Return one sentence per problem, in the order of the file. */
  public List<String> problems() {
    return List.of(problems);
  }
}
