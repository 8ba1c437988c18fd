package io.github.greenscreen.djl.export;

import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import io.github.greenscreen.run.network.NetworkDescription;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Writes a network as an ONNX graph that normalises {@code images} between 0 and 1 and returns
 * {@code logits}, averaged with those of mirror images if the network was tested so.
 */
public final class OnnxExport {
  private static final String IMAGES = "images";
  private static final String LOGITS = "logits";
  private static final List<Long> PER_CHANNEL = List.of(1L, 3L, 1L, 1L);

  private final OnnxGraph graph = new OnnxGraph();
  private final NetworkDescription description;

  private OnnxExport(NetworkDescription description) {
    this.description = description;
  }

  /** Write {@code network}. */
  public static void write(OutputStream out, SavedNetwork network, Map<String, String> metadata)
      throws IOException {
    OnnxExport export = new OnnxExport(network.description());
    Architecture architecture = network.architecture();
    for (ParameterSpec spec : architecture.arrays()) {
      export.graph.numbers(spec.name(), SavedNetwork.shape(spec), network.floats(spec.name()));
    }
    export.begin();
    architecture.layers().forEach(layer -> layer.write(export.graph));
    export.end(OnnxGraph.value(architecture.result()));
    export.graph.write(out, network.description().model(), metadata);
  }

  private void begin() {
    graph.input(IMAGES, description.side());
    String mean = graph.numbers("mean", PER_CHANNEL, floats(description.mean()));
    String deviation = graph.numbers("std", PER_CHANNEL, floats(description.deviation()));
    String centred = graph.node("Sub", IMAGES, mean).into("centred");
    String input = OnnxGraph.value(Layer.INPUT);
    if (description.flips()) {
      both(graph.node("Div", centred, deviation).into("normalized"), input);
    } else {
      graph.node("Div", centred, deviation).into(input);
    }
  }

  /** Append the mirror images to the batch. */
  private void both(String images, String out) {
    String mirrored =
        graph
            .node(
                "Slice",
                images,
                graph.integers("mirror/starts", -1),
                graph.integers("mirror/ends", Long.MIN_VALUE),
                graph.integers("mirror/axes", 3),
                graph.integers("mirror/steps", -1))
            .into("mirrored");
    graph.node("Concat", images, mirrored).with("axis", 0).into(out);
  }

  private void end(String result) {
    int classes = description.classes().size();
    graph.output(LOGITS, classes);
    if (!description.flips()) {
      graph.node("Identity", result).into(LOGITS);
      return;
    }
    String halves = graph.integers("halves/sizes", 2, -1, classes);
    String pairs = graph.node("Reshape", result, halves).into("halves");
    graph.node("ReduceMean", pairs).with("axes", new long[] {0}).with("keepdims", 0).into(LOGITS);
  }

  private static float[] floats(List<Double> numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = numbers.get(i).floatValue();
    }
    return floats;
  }
}
