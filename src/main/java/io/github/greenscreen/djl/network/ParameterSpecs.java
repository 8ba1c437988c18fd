package io.github.greenscreen.djl.network;

import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import java.util.ArrayList;
import java.util.List;

/** Lists the arrays of an architecture in the order of its layers. */
final class ParameterSpecs {
  private ParameterSpecs() {}

  /** Return the arrays of {@code architecture}, all except ranges in format {@code element}. */
  static List<ParameterSpec> of(
      Architecture architecture, ElementType element, Quantization quantization) {
    List<ParameterSpec> specs = new ArrayList<>();
    for (Layer layer : architecture.layers()) {
      boolean frozen = architecture.isFrozen(layer);
      layer.parameters(element).forEach(spec -> specs.add(frozen ? spec.frozen() : spec));
    }
    if (quantization != Quantization.NONE) {
      ActivationRange.names(architecture).forEach(name -> specs.add(range(name)));
    }
    return specs;
  }

  private static ParameterSpec range(String name) {
    return new ParameterSpec(
        name, Parameter.Type.OTHER, ActivationRange.SHAPE, ElementType.FLOAT32, Initializer.ZEROS);
  }
}
