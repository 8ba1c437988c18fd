package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * Max-pooling over squares.
 *
 * @param name name of the value
 * @param in layer that is read
 * @param kernel height and width of the squares
 * @param stride distance of their positions in both directions
 * @param padding rows and columns on each side that are never the largest
 */
public record MaxPool(String name, String in, int kernel, int stride, int padding)
    implements QuantizableLayer {
  /** Create 3×3 max-pooling with stride 2 and padding 1. */
  public MaxPool(String name, String in) {
    this(name, in, 3, 2, 1);
  }

  /** Return the expression of the value. */
  public String expression() {
    return "torch.max_pool2d(%s, [%s, %s], [%s, %s], [%s, %s])"
        .formatted(Expressions.variable(in), kernel, kernel, stride, stride, padding, padding);
  }

  @Override
  public boolean isSelection() {
    return true;
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return window(inputs.get(0)).output(inputs.get(0));
  }

  private ConvolutionWindow window(Shape in) {
    int channels = Math.toIntExact(in.get(0));
    return new ConvolutionWindow(channels, channels, kernel, stride, padding, 1);
  }

  @Override
  public void write(LayerScript script) {
    script.assign(Expressions.variable(name), expression());
  }

  @Override
  public void write(OnnxGraph graph) {
    graph
        .node("MaxPool", OnnxGraph.value(in))
        .with("kernel_shape", kernel, kernel)
        .with("strides", stride, stride)
        .with("pads", padding, padding, padding, padding)
        .into(OnnxGraph.value(name));
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.maxPool(this);
  }
}
