package io.github.greenscreen.djl.network;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.Objects;

/**
 * One array that a network owns.
 *
 * @param name unique name in the manner of torchvision, for instance {@code layer1.0.conv1.weight}
 * @param type what it is; running means and variances take no gradient
 * @param shape its shape; convolution weights are [out, in, height, width]
 * @param initializer how it begins
 */
public record ParameterSpec(
    String name, Parameter.Type type, Shape shape, Initializer initializer) {
  public ParameterSpec {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(shape);
    Objects.requireNonNull(initializer);
  }

  /** Tell whether training changes it by gradients. */
  public boolean isTrainable() {
    return type != Parameter.Type.RUNNING_MEAN && type != Parameter.Type.RUNNING_VAR;
  }
}
