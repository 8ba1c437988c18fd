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
 * @param isFrozen whether training leaves it as it is
 */
public record ParameterSpec(
    String name,
    Parameter.Type type,
    Shape shape,
    ElementType element,
    Initializer initializer,
    boolean isFrozen) {
  public ParameterSpec {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(shape);
    Objects.requireNonNull(element);
    Objects.requireNonNull(initializer);
  }

  /** Create the specification of an array that training may change. */
  public ParameterSpec(
      String name, Parameter.Type type, Shape shape, ElementType element, Initializer initializer) {
    this(name, type, shape, element, initializer, false);
  }

  /** Return a copy that training leaves as it is. */
  public ParameterSpec frozen() {
    return new ParameterSpec(name, type, shape, element, initializer, true);
  }

  /** Return whether training changes it by gradients. */
  public boolean isTrainable() {
    return switch (type) {
      case RUNNING_MEAN, RUNNING_VAR, OTHER -> false;
      default -> !isFrozen;
    };
  }
}
