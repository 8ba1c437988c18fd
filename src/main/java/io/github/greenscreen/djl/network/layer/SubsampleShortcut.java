package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * Every second row and column, padded with zero channels: the shortcut of option A (He et al.,
 * 2015, <a href="https://arxiv.org/abs/1512.03385">arXiv 1512.03385</a>, section 3.3).
 *
 * @param name name of the value
 * @param in layer that is read
 * @param inputs channels of {@code in}
 * @param outputs channels of the value
 */
public record SubsampleShortcut(String name, String in, int inputs, int outputs)
    implements QuantizableLayer {
  /** Return the zero channels on each side. */
  public int padding() {
    return (outputs - inputs) / 2;
  }

  /** Return the expressions of the value, to be assigned in order. */
  public List<String> expressions() {
    String out = Expressions.variable(name);
    return List.of(
        Expressions.strided(Expressions.variable(in), 2, 2),
        Expressions.strided(out, 3, 2),
        "torch.constant_pad_nd(%s, [0, 0, 0, 0, %s, %s], 0.)".formatted(out, padding(), padding()));
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
    return new ConvolutionWindow(this.inputs, outputs, 1, 2, 0, 1).output(inputs.get(0));
  }

  @Override
  public void write(LayerScript script) {
    expressions().forEach(each -> script.assign(Expressions.variable(name), each));
  }

  @Override
  public void write(OnnxGraph graph) {
    String pixels =
        graph
            .node(
                "Slice",
                OnnxGraph.value(in),
                graph.integers(OnnxGraph.value(name, "starts"), 0, 0),
                graph.integers(OnnxGraph.value(name, "ends"), Integer.MAX_VALUE, Integer.MAX_VALUE),
                graph.integers(OnnxGraph.value(name, "axes"), 2, 3),
                graph.integers(OnnxGraph.value(name, "steps"), 2, 2))
            .into(OnnxGraph.value(name, "pixels"));
    String pads =
        graph.integers(OnnxGraph.value(name, "pads"), 0, padding(), 0, 0, 0, padding(), 0, 0);
    graph.node("Pad", pixels, pads).with("mode", "constant").into(OnnxGraph.value(name));
  }

  @Override
  public void accept(Visitor visitor) {
    visitor.subsampleShortcut(this);
  }
}
