package io.github.greenscreen.djl.network.layer.token;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.djl.network.layer.Initializers;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.LayerScript;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * The pixels of images as a sequence of tokens after a class token, each plus the embedding of its
 * position (Dosovitskiy et al., 2020, <a href="https://arxiv.org/abs/2010.11929">arXiv
 * 2010.11929</a>, equation 1).
 *
 * @param name name of the value
 * @param in layer that is read, as [batch, width, rows, columns]
 * @param classToken name of the array of the class token
 * @param positions name of the array of position embeddings
 * @param tokens tokens of the value, one more than pixels
 * @param width numbers per token
 */
public record TokenSequence(
    String name, String in, String classToken, String positions, int tokens, int width)
    implements Layer {
  @Override
  public List<ParameterSpec> parameters(ElementType element) {
    return List.of(spec(classToken, 1, element), spec(positions, tokens, element));
  }

  private ParameterSpec spec(String array, int count, ElementType element) {
    return new ParameterSpec(
        array,
        Parameter.Type.WEIGHT,
        new Shape(1, count, width),
        element,
        Initializers.truncatedNormal());
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return new Shape(tokens, width);
  }

  @Override
  public void write(LayerScript script) {
    String out = Expressions.variable(name);
    String value = Expressions.variable(in);
    script.assign(out, "torch.permute(torch.flatten(%s, 2), [0, 2, 1])".formatted(value));
    String first =
        "torch.expand(%s, [torch.size(%s, 0), -1, -1])".formatted(script.bias(classToken), value);
    script.assign(out, "torch.cat([%s, %s], 1)".formatted(first, out));
    script.assign(out, "torch.add(%s, %s)".formatted(out, script.bias(positions)));
    script.complete(name);
  }

  @Override
  public void write(OnnxGraph graph) {
    String images = OnnxGraph.value(in);
    String shape = graph.integers(OnnxGraph.value(name, "shape"), 0, width, -1);
    String flat = graph.node("Reshape", images, shape).into(OnnxGraph.value(name, "flat"));
    String pixels =
        graph.node("Transpose", flat).with("perm", 0, 2, 1).into(OnnxGraph.value(name, "pixels"));
    String batch =
        graph
            .node("Shape", images)
            .with("start", 0)
            .with("end", 1)
            .into(OnnxGraph.value(name, "batch"));
    String one = graph.integers(OnnxGraph.value(name, "one"), 1, 1);
    String sizes =
        graph.node("Concat", batch, one).with("axis", 0).into(OnnxGraph.value(name, "sizes"));
    String first = graph.node("Expand", classToken, sizes).into(OnnxGraph.value(name, "first"));
    String tokens =
        graph.node("Concat", first, pixels).with("axis", 1).into(OnnxGraph.value(name, "tokens"));
    graph.node("Add", tokens, positions).into(OnnxGraph.value(name));
  }
}
