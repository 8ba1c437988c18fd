package io.github.greenscreen.run.model;

import io.github.greenscreen.space.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The plan of a run: the content of {@code parameters.yaml} before training.
 *
 * @param configuration the value of every parameter, {@code model} included, except {@code seed},
 *     {@code epochs} and {@code dataset}
 * @param seed seed of splits, initial weights and augmentation; empty in the earliest folders of
 *     the study, which do not record it
 * @param epochs epochs to train; empty in folders of the study, which do not record it
 * @param dataset name of the data set; empty string in folders of the study
 */
public record RunPlan(
    Configuration configuration, OptionalLong seed, OptionalInt epochs, String dataset) {
  public RunPlan {
    Objects.requireNonNull(configuration);
    Objects.requireNonNull(seed);
    Objects.requireNonNull(epochs);
    Objects.requireNonNull(dataset);
  }

  /** Create a plan with a known seed. */
  public RunPlan(Configuration configuration, long seed, OptionalInt epochs, String dataset) {
    this(configuration, OptionalLong.of(seed), epochs, dataset);
  }

  /**
   * Split a configuration of the search space into {@code seed}, {@code epochs} and {@code
   * dataset}, which must have legal values, and the run's configuration.
   */
  public static RunPlan of(Configuration whole) {
    Map<String, String> rest = new LinkedHashMap<>(whole.values());
    rest.keySet().removeAll(List.of("seed", "epochs", "dataset"));
    return new RunPlan(
        Configuration.of(rest),
        Long.parseLong(whole.get("seed")),
        OptionalInt.of(Integer.parseInt(whole.get("epochs"))),
        whole.get("dataset"));
  }

  /**
   * Return the whole configuration, with those of {@code seed}, {@code epochs} and {@code dataset}
   * that are known.
   */
  public Configuration whole() {
    Configuration result = configuration;
    if (seed.isPresent()) {
      result = result.with("seed", Long.toString(seed.getAsLong()));
    }
    if (epochs.isPresent()) {
      result = result.with("epochs", Integer.toString(epochs.getAsInt()));
    }
    return dataset.isEmpty() ? result : result.with("dataset", dataset);
  }
}
