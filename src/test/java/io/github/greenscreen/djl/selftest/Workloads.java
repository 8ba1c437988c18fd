package io.github.greenscreen.djl.selftest;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.util.HashMap;
import java.util.Map;

/** Workloads for tests. */
final class Workloads {
  private Workloads() {}

  /** Return ResNet-20 in float32, batches of 4, changed by names and values in turn. */
  static Workload of(String... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    values.put("model", "resnet20");
    values.put("precision", "float32");
    values.put("batch_size", "4");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Workload.of(Hyperparameters.of(Configuration.of(values)));
  }
}
