package io.github.greenscreen.djl;

import io.github.greenscreen.djl.network.NumberFormat;
import io.github.greenscreen.training.Hyperparameters;
import io.github.greenscreen.training.Internal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run folder records of how the configuration was really carried out. */
final class Effective {
  private Effective() {}

  /** Return what differs from the words of {@code asked}, or says more; keys of status.yaml. */
  static Map<String, String> of(Hyperparameters asked, NumberFormat format) {
    Map<String, String> effective = new LinkedHashMap<>();
    String numbers = Formats.describe(format);
    if (!numbers.equals(asked.precision().spelling())) {
      effective.put("precision_effective", numbers);
    }
    boolean compiled = asked.internal() == Internal.JIT_COMPILATION;
    effective.put("graph_executor", compiled ? "profiling, fusing" : "plain");
    effective.put("memory_format", format.memoryFormat());
    return effective;
  }
}
