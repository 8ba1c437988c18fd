package io.github.greenscreen.console;

import java.util.Map;
import java.util.Properties;

/**
 * What the place that progress is written to can do.
 *
 * @param columns its width in characters; 0 where it is no terminal, so that nothing may be redrawn
 * @param colour whether colours are welcome
 */
public record Terminal(int columns, boolean colour) {
  public Terminal {
    columns = Math.max(0, columns);
  }

  /** Return a file or a pipe. */
  public static Terminal plain() {
    return new Terminal(0, false);
  }

  /**
   * Find out. The launcher script, which can ask whether standard error is a terminal, says so in
   * the property {@code greenscreen.columns}; without it nothing is redrawn. Colours are left out
   * where {@code NO_COLOR} is set and not empty (see no-color.org).
   */
  public static Terminal detect(Properties properties, Map<String, String> environment) {
    int columns = columns(properties.getProperty("greenscreen.columns"));
    boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(columns, colour && columns > 0);
  }

  /**
   * Tell whether standard output is a terminal, too: the launcher script says so in the property
   * {@code greenscreen.output}.
   */
  public static boolean isOutput(Properties properties) {
    return "terminal".equals(properties.getProperty("greenscreen.output"));
  }

  /** Tell whether a line may be drawn again in place. */
  public boolean live() {
    return columns > 0;
  }

  private static int columns(String property) {
    return property == null || !property.matches("\\d{1,5}") ? 0 : Integer.parseInt(property);
  }
}
