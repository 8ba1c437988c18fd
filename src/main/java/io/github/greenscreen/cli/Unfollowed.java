package io.github.greenscreen.cli;

import io.github.greenscreen.config.Config;
import java.util.ArrayList;
import java.util.List;

/** What a {@code config.yaml} may say that a sweep of real runs does not follow yet. */
final class Unfollowed {
  private Unfollowed() {}

  /**
   * Refuse {@code config} where it asks for what a sweep would pass over in silence.
   *
   * @throws UsageException with a sentence for each such key
   */
  static void refuse(Config config) {
    List<String> problems = new ArrayList<>();
    if (config.earlyTerminate().isPresent()) {
      problems.add(
          "early_terminate is not followed by sweeps yet; remove it, and try stoppers on finished runs with 'greenscreen simulate RUNS'");
    }
    if (!config.constraints().isEmpty()) {
      problems.add(
          "constraints are not followed by sweeps yet; remove them, and limit power by --max-power and time by --max-run-time");
    }
    if (config.objectives().size() > 1) {
      problems.add("several objectives are not followed by sweeps yet; name one metric");
    }
    if (config.objectives().get(0).target().isPresent()) {
      problems.add("target of metric is not followed by sweeps yet; remove it");
    }
    if (config.repeats() > 1) {
      problems.add("repeats are not followed by sweeps yet; remove them, or list several seeds");
    }
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\n", problems));
    }
  }
}
