package io.github.greenscreen.cli.support;

import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.util.List;
import java.util.Map;

/** Creates run plans from configurations that may have been edited by hand. */
public final class RunPlanFactory {
  private RunPlanFactory() {}

  /**
   * Validate {@code configuration}, which comes from {@code source}, and return its plan. Missing
   * seed, epochs and data set take their defaults, as for folders of the study.
   */
  public static RunPlan of(Configuration configuration, String source) {
    Configuration whole = configuration;
    for (String needed : List.of("dataset", "epochs", "seed")) {
      whole =
          whole.find(needed).isEmpty()
              ? whole.with(needed, HyperparameterRegistry.defaultValue(needed))
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
