package io.github.greenscreen.run;

import io.github.greenscreen.space.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a run was asked to do: the content of {@code parameters.yaml} before training.
 *
 * @param configuration the value of every parameter but {@code seed}, {@code epochs} and {@code
 *     dataset}; {@code model} is among them
 * @param seed seed of splits, initial weights and augmentation
 * @param epochs epochs to train; empty in folders of the study, which do not say
 * @param dataset name of the data set; empty string in folders of the study
 */
public record RunPlan(Configuration configuration, long seed, OptionalInt epochs, String dataset) {
  public RunPlan {
    Objects.requireNonNull(configuration);
    Objects.requireNonNull(epochs);
    Objects.requireNonNull(dataset);
  }

  /**
   * Take {@code seed}, {@code epochs} and {@code dataset} out of a configuration of the search
   * space, which must have all three as legal values; the rest is the run's configuration.
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

  /** Return the whole configuration again, with {@code seed}, {@code epochs}, {@code dataset}. */
  public Configuration whole() {
    Configuration result = configuration.with("seed", Long.toString(seed));
    if (epochs.isPresent()) {
      result = result.with("epochs", Integer.toString(epochs.getAsInt()));
    }
    return dataset.isEmpty() ? result : result.with("dataset", dataset);
  }
}
