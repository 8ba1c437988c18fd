package io.github.greenscreen.djl.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Weights and pictures that {@code reference.py} makes, too, and whose gradients rounding disturbs
 * little; its comments say how.
 */
public final class Conditioned {
  private Conditioned() {}

  /** Pictures of one colour each under noise. */
  public static NDArray batch(NDManager manager, Shape shape) {
    Shape colours = new Shape(shape.get(0), shape.get(1), 1, 1);
    NDArray colour = manager.create(Noise.of(colours.size(), 1001, 0, 2)).reshape(colours);
    return manager.create(Noise.of(shape.size(), 1000, 0, 0.5)).reshape(shape).add(colour);
  }

  /** Replace the initial values by those of reference.py. */
  public static NetworkSource filled(NetworkSource source) {
    boolean bottlenecks = source.parameters().stream().anyMatch(p -> p.name().contains("bn3"));
    String last = bottlenecks ? "bn3.weight" : "bn2.weight";
    List<ParameterSpec> specs = new ArrayList<>();
    int stream = 0;
    for (ParameterSpec spec : source.parameters()) {
      Initializer initializer = spec.initializer();
      if (spec.isTrainable()) {
        initializer = initializer(spec, stream++, last);
      }
      specs.add(
          new ParameterSpec(spec.name(), spec.type(), spec.shape(), spec.element(), initializer));
    }
    return new NetworkSource(source.methods(), specs);
  }

  /** Replace the initial values by those of {@code fill_by_name} in reference.py. */
  public static NetworkSource filledByName(NetworkSource source) {
    List<String> names =
        source.parameters().stream()
            .filter(ParameterSpec::isTrainable)
            .map(ParameterSpec::name)
            .sorted()
            .toList();
    List<ParameterSpec> specs = new ArrayList<>();
    for (ParameterSpec spec : source.parameters()) {
      Initializer initializer =
          spec.isTrainable() ? named(spec, names.indexOf(spec.name())) : spec.initializer();
      specs.add(
          new ParameterSpec(spec.name(), spec.type(), spec.shape(), spec.element(), initializer));
    }
    return new NetworkSource(source.methods(), specs);
  }

  private static Initializer named(ParameterSpec spec, int stream) {
    String name = spec.name();
    Shape shape = spec.shape();
    double center = 0;
    double scale = 0.05;
    if (name.endsWith("class_token") || name.endsWith("pos_embedding")) {
      scale = 0.5;
    } else if (name.endsWith("layer_scale")) {
      center = 0.5;
    } else if (shape.dimension() > 1) {
      scale = Math.sqrt(3.0 * shape.get(0) / shape.size());
    } else if (name.endsWith("weight")) {
      center = 1;
    }
    return noise(shape, stream, center, scale);
  }

  private static Initializer noise(Shape shape, int stream, double center, double scale) {
    double[] values = Noise.of(shape.size(), stream, center, scale);
    return (manager, s, type) -> manager.create(values).reshape(s).toType(type, true);
  }

  private static Initializer initializer(ParameterSpec spec, int stream, String last) {
    Shape shape = spec.shape();
    double center = 0;
    double scale = 0.05;
    if (shape.dimension() == 4) {
      double fanOut = shape.get(0) * shape.get(2) * shape.get(3);
      scale = Math.sqrt(3) * Math.sqrt(2 / fanOut);
    } else if (!spec.name().startsWith("fc")) {
      center = spec.name().endsWith(last) ? 0.1 : 1;
    }
    return noise(shape, stream, center, scale);
  }
}
