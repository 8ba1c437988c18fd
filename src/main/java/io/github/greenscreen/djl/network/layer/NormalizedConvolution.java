package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.ArrayList;
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
public record NormalizedConvolution(
    String name,
    String norm,
    String in,
    int inputs,
    int outputs,
    int kernel,
    int stride,
    boolean rectified)
    implements QuantizableLayer {
  /** Return a copy that reads {@code count} channels. */
  public NormalizedConvolution withInputs(int count) {
    return new NormalizedConvolution(name, norm, in, count, outputs, kernel, stride, rectified);
  }

  /** Return a copy whose value has {@code count} channels. */
  public NormalizedConvolution withOutputs(int count) {
    return new NormalizedConvolution(name, norm, in, inputs, count, kernel, stride, rectified);
  }

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
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(
        new ParameterSpec(
            name + ".weight",
            Parameter.Type.WEIGHT,
            window().weights(),
            element,
            Initializers.kaimingFanOut(window())));
    specs.addAll(BatchNormalization.parameters(norm, outputs, element));
    return specs;
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return window().output(inputs.get(0));
  }

  @Override
  public long multiplyAdds(List<Shape> inputs) {
    return window().multiplyAdds(inputs.get(0));
  }

  private ConvolutionWindow window() {
    return ConvolutionWindow.same(inputs, outputs, kernel, stride);
  }

  @Override
  public void write(LayerScript script) {
    String out = Expressions.variable(name);
    window().write(script, out, Expressions.variable(in), script.weight(name + ".weight"), "None");
    BatchNormalization.write(script, norm, out, out);
    if (rectified) {
      script.assign(out, "torch.relu_(%s)".formatted(out));
    }
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    String out = OnnxGraph.value(name);
    String x =
        window()
            .write(
                graph.node("Conv", OnnxGraph.value(in), name + ".weight"),
                OnnxGraph.value(name, "convolution"));
    if (rectified) {
      x = BatchNormalization.write(graph, norm, x, OnnxGraph.value(name, "normalized"));
      graph.node("Relu", x).into(out);
    } else {
      BatchNormalization.write(graph, norm, x, out);
    }
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.convolution(this);
  }
}
