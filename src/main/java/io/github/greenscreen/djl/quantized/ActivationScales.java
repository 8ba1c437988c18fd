package io.github.greenscreen.djl.quantized;

import java.util.HashMap;
import java.util.Map;

/**
 * The scale of every layer's values, for script writers. A layer that only selects values of
 * another layer inherits its scale. Not thread-safe.
 */
final class ActivationScales {
  private final Map<String, ActivationScale> scales;

  ActivationScales(Int8Model model) {
    scales = new HashMap<>(model.activations());
  }

  ActivationScale of(String layer) {
    return scales.get(layer);
  }

  void inherit(String layer, String from) {
    scales.put(layer, of(from));
  }
}
