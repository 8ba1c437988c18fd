package io.github.greenscreen.djl.network;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.initializer.UniformInitializer;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the arrays of an architecture in the order of its layers.
 *
 * <p>Initial values are those of torchvision's ResNets: convolutions Kaiming normal over the
 * fan-out (He et al., 2015, <a href="https://arxiv.org/abs/1502.01852">arXiv 1502.01852</a>), batch
 * normalisation 1 and 0, the dense layer uniform within 1/√(inputs).
 */
final class ParameterSpecs implements Layer.WeightVisitor {
  private final List<ParameterSpec> specs = new ArrayList<>();
  private final ElementType element;

  private ParameterSpecs(ElementType element) {
    this.element = element;
  }

  /** Return the arrays of {@code architecture}, all except ranges in format {@code element}. */
  static List<ParameterSpec> of(
      Architecture architecture, ElementType element, Quantization quantization) {
    ParameterSpecs list = new ParameterSpecs(element);
    architecture.layers().forEach(layer -> layer.accept(list));
    if (quantization != Quantization.NONE) {
      ActivationRange.names(architecture).forEach(list::addRange);
    }
    return list.specs;
  }

  @Override
  public void convolution(Layer.Convolution layer) {
    double fanOut = (double) layer.outputs() * layer.kernel() * layer.kernel();
    Shape shape = new Shape(layer.outputs(), layer.inputs(), layer.kernel(), layer.kernel());
    Initializer kaiming = new NormalInitializer((float) Math.sqrt(2 / fanOut));
    add(layer.name() + ".weight", Parameter.Type.WEIGHT, shape, kaiming);
    Shape channels = new Shape(layer.outputs());
    String norm = layer.norm();
    add(norm + ".weight", Parameter.Type.GAMMA, channels, Initializer.ONES);
    add(norm + ".bias", Parameter.Type.BETA, channels, Initializer.ZEROS);
    add(norm + ".running_mean", Parameter.Type.RUNNING_MEAN, channels, Initializer.ZEROS);
    add(norm + ".running_var", Parameter.Type.RUNNING_VAR, channels, Initializer.ONES);
  }

  @Override
  public void dense(Layer.Dense layer) {
    Initializer uniform = new UniformInitializer((float) (1 / Math.sqrt(layer.inputs())));
    Shape shape = new Shape(layer.outputs(), layer.inputs());
    add(layer.name() + ".weight", Parameter.Type.WEIGHT, shape, uniform);
    add(layer.name() + ".bias", Parameter.Type.BIAS, new Shape(layer.outputs()), uniform);
  }

  private void add(String name, Parameter.Type type, Shape shape, Initializer initializer) {
    specs.add(new ParameterSpec(name, type, shape, element, initializer));
  }

  private void addRange(String name) {
    specs.add(
        new ParameterSpec(
            name,
            Parameter.Type.OTHER,
            ActivationRange.SHAPE,
            ElementType.FLOAT32,
            Initializer.ZEROS));
  }
}
