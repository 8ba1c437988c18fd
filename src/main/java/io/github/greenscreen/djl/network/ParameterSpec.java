package io.github.greenscreen.djl.network;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.Objects;

/**
 * One array that a network needs.
 *
 * @param name unique in the network, as torchvision names it
 * @param type what it is for; running statistics and ranges take no gradient
 * @param shape its shape
 * @param element its number format
 * @param initializer how it begins
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

  /** Tell whether training changes it by gradients. */
  public boolean isTrainable() {
    return switch (type) {
      case RUNNING_MEAN, RUNNING_VAR, OTHER -> false;
      default -> true;
    };
  }
}
