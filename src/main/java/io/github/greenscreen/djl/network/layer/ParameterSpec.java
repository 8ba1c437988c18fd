package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.Objects;

/**
 * The specification of one array of a network.
 *
 * @param name unique in the network, as in torchvision
 * @param type its purpose; running statistics and ranges take no gradient
 * @param shape its shape
 * @param element its number format
 * @param initializer its initial values
 */
public record ParameterSpec(
    String name, Parameter.Type type, Shape shape, ElementType element, Initializer initializer) {
  public ParameterSpec {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(shape);
    Objects.requireNonNull(element);
    Objects.requireNonNull(initializer);
  }

  /** Return whether training changes it by gradients. */
  public boolean isTrainable() {
    return switch (type) {
      case RUNNING_MEAN, RUNNING_VAR, OTHER -> false;
      default -> true;
    };
  }
}
