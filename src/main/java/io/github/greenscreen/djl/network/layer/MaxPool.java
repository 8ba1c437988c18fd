package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * 3×3 max-pooling with stride 2 and padding 1.
 *
 * @param name name of the value
 * @param in layer that is read
 */
public record MaxPool(String name, String in) implements QuantizableLayer {
  /** Return the expression of the value. */
  public String expression() {
    return "torch.max_pool2d(%s, [3, 3], [2, 2], [1, 1])".formatted(Expressions.variable(in));
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

  private static ConvolutionWindow window(Shape in) {
    int channels = Math.toIntExact(in.get(0));
    return ConvolutionWindow.same(channels, channels, 3, 2);
  }

  @Override
  public void write(LayerScript script) {
    script.assign(Expressions.variable(name), expression());
  }

  @Override
  public void write(OnnxGraph graph) {
    graph
        .node("MaxPool", OnnxGraph.value(in))
        .with("kernel_shape", 3, 3)
        .with("strides", 2, 2)
        .with("pads", 1, 1, 1, 1)
        .into(OnnxGraph.value(name));
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.maxPool(this);
  }
}
