package io.github.greenscreen.cli;

import io.github.greenscreen.run.RunPlan;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.HyperparameterRegistry;
import java.util.List;
import java.util.Map;

/** Plans runs from configurations that people may have edited. */
final class RunPlanFactory {
  private RunPlanFactory() {}

  /**
   * Check every value of {@code configuration}, which {@code source} gave, and make a plan of it.
   * Seed, epochs and data set are filled in where it lacks them, as in folders of the study.
   */
  static RunPlan of(Configuration configuration, String source) {
    Configuration whole = configuration;
    for (String needed : List.of("dataset", "epochs", "seed")) {
      whole =
          whole.find(needed).isEmpty()
              ? whole.with(needed, HyperparameterRegistry.fallback(needed))
              : whole;
    }
    for (Map.Entry<String, String> entry : whole.values().entrySet()) {
      HyperparameterRegistry.problem(entry.getKey(), entry.getValue())
          .ifPresent(
              problem -> {
                throw new UsageException(source + ": " + problem);
              });
    }
    return RunPlan.of(whole);
  }
}
