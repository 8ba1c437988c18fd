package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;
import java.util.List;

/**
 * A square convolution without bias that divides height and width by the stride, followed by batch
 * normalisation with PyTorch's momentum 0.1 and ε 1e-5.
 *
 * <p>Initial values are those of torchvision's ResNets: weights Kaiming normal over the fan-out (He
 * et al., 2015, <a href="https://arxiv.org/abs/1502.01852">arXiv 1502.01852</a>), batch
 * normalisation 1 and 0.
 *
 * @param name name of the weights and of the value
 * @param norm name of the batch normalisation
 * @param in layer that is read
 * @param inputs channels of {@code in}
 * @param outputs channels of the value
 * @param kernel height and width of the kernel
 * @param stride distance of its positions in both directions
 * @param rectified whether max(0, ·) follows
 */
public record Convolution(
    String name,
    String norm,
    String in,
    int inputs,
    int outputs,
    int kernel,
    int stride,
    boolean rectified)
    implements QuantizableLayer {
  /** Return the rows and columns of zeros on each side. */
  public int padding() {
    return kernel / 2;
  }

  /** Return whether every output pixel depends on one input pixel only. */
  public boolean isPointwise() {
    return kernel == 1;
  }

  @Override
  public List<ParameterSpec> parameters(ElementType element) {
    double fanOut = (double) outputs * kernel * kernel;
    Shape shape = new Shape(outputs, inputs, kernel, kernel);
    Initializer kaiming = new NormalInitializer((float) Math.sqrt(2 / fanOut));
    Shape channels = new Shape(outputs);
    return List.of(
        new ParameterSpec(name + ".weight", Parameter.Type.WEIGHT, shape, element, kaiming),
        new ParameterSpec(
            norm + ".weight", Parameter.Type.GAMMA, channels, element, Initializer.ONES),
        new ParameterSpec(
            norm + ".bias", Parameter.Type.BETA, channels, element, Initializer.ZEROS),
        new ParameterSpec(
            norm + ".running_mean",
            Parameter.Type.RUNNING_MEAN,
            channels,
            element,
            Initializer.ZEROS),
        new ParameterSpec(
            norm + ".running_var",
            Parameter.Type.RUNNING_VAR,
            channels,
            element,
            Initializer.ONES));
  }

  @Override
  public void write(LayerScript script) {
    String out = Expressions.variable(name);
    if (script.pointwise().multiplies(this)) {
      multiply(script, out);
    } else {
      convolve(script, out);
    }
    script.assign(
        out,
        "torch.batch_norm(%s, %s, %s, %s, %s, %s, 0.1, 1.0e-05, True)"
            .formatted(
                out,
                script.parameter(norm + ".weight"),
                script.parameter(norm + ".bias"),
                script.parameter(norm + ".running_mean"),
                script.parameter(norm + ".running_var"),
                script.isTraining() ? "True" : "False"));
    if (rectified) {
      script.assign(out, "torch.relu_(%s)".formatted(out));
    }
    script.complete(name);
  }

  private void convolve(LayerScript script, String out) {
    script.assign(
        out,
        "torch.conv2d(%s, %s, None, [%s, %s], [%s, %s])"
            .formatted(
                Expressions.variable(in),
                script.weight(name + ".weight"),
                stride,
                stride,
                padding(),
                padding()));
  }

  /**
   * Multiply by {@code inner}, which the compiler of TorchScript differentiates with PyTorch's
   * autograd. For {@code matmul} and {@code linear} it has derivatives of its own, which repeat the
   * weights for every row of an image if the gradient is not contiguous.
   */
  private void multiply(LayerScript script, String out) {
    String weight = "torch.flatten(%s, 1)".formatted(script.weight(name + ".weight"));
    String pixels = Expressions.pointwiseInput(Expressions.variable(in), stride);
    script.assign(out, "torch.inner(%s, %s)".formatted(pixels, weight));
    script.assign(out, Expressions.channelsFirst(out));
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.convolution(this);
  }
}
