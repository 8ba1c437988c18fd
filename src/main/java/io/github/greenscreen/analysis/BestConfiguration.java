package io.github.greenscreen.analysis;

import io.github.greenscreen.space.Configuration;
import java.util.List;

/**
 * The configuration that the runs recommend.
 *
 * @param configuration every parameter with the recommended value
 * @param choices why each parameter got its value, in the order of the configuration
 * @param source the run that gave the values that do not matter, for instance {@code 017}
 */
public record BestConfiguration(Configuration configuration, List<Choice> choices, String source) {
  public BestConfiguration {
    choices = List.copyOf(choices);
  }

  /**
   * One decision.
   *
   * @param parameter the parameter
   * @param value the recommended value
   * @param decisive whether the regression decided (adjusted p below 0.1), or the most efficient
   *     run
   * @param reason one sentence for people
   */
  public record Choice(String parameter, String value, boolean decisive, String reason) {}
}
