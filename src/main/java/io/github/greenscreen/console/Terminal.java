package io.github.greenscreen.console;

import java.util.Map;
import java.util.Properties;

/**
 * The capabilities of the output that progress is written to.
 *
 * @param columns width in characters; 0 if it is not a terminal, so that nothing can be redrawn
 * @param colour whether colours may be used
 */
public record Terminal(int columns, boolean colour) {
  public Terminal {
    columns = Math.max(0, columns);
  }

  /** Return the capabilities of a file or pipe. */
  public static Terminal plain() {
    return new Terminal(0, false);
  }

  /**
   * Detect the capabilities of standard error. The launcher script, which can test for a terminal,
   * passes the width in the property {@code greenscreen.columns}; without it nothing is redrawn.
   * Colours are off if {@code NO_COLOR} is set and not empty (see no-color.org).
   */
  public static Terminal detect(Properties properties, Map<String, String> environment) {
    int columns = columns(properties.getProperty("greenscreen.columns"));
    boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(columns, colour && columns > 0);
  }

  /**
   * Return whether standard output is a terminal too, according to the property {@code
   * greenscreen.output} of the launcher script.
   */
  public static boolean isOutput(Properties properties) {
    return "terminal".equals(properties.getProperty("greenscreen.output"));
  }

  /** Return whether lines can be redrawn in place. */
  public boolean live() {
    return columns > 0;
  }

  private static int columns(String property) {
    return property == null || !property.matches("\\d{1,5}") ? 0 : Integer.parseInt(property);
  }
}
