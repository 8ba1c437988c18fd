package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * Images enlarged to {@code side}×{@code side} pixels by bilinear interpolation, as PyTorch's
 * {@code interpolate} without aligned corners.
 *
 * @param name name of the value
 * @param in layer that is read, as [batch, channels, height, width]
 * @param side height and width of the value
 */
public record Resize(String name, String in, int side) implements Layer {
  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return new Shape(inputs.get(0).get(0), side, side);
  }

  @Override
  public void write(LayerScript script) {
    script.assign(
        Expressions.variable(name),
        "torch.upsample_bilinear2d(%s, [%s, %s], False)"
            .formatted(Expressions.variable(in), side, side));
    script.complete(name);
  }

  /** The result's sizes are those of the input except for height and width. */
  @Override
  public void write(OnnxGraph graph) {
    String images = OnnxGraph.value(in);
    String kept =
        graph
            .node("Shape", images)
            .with("start", 0)
            .with("end", 2)
            .into(OnnxGraph.value(name, "kept"));
    String sides = graph.integers(OnnxGraph.value(name, "sides"), side, side);
    String sizes =
        graph.node("Concat", kept, sides).with("axis", 0).into(OnnxGraph.value(name, "sizes"));
    graph
        .node("Resize", images, "", "", sizes)
        .with("mode", "linear")
        .with("coordinate_transformation_mode", "half_pixel")
        .into(OnnxGraph.value(name));
  }
}
