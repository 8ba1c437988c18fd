package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.onnx.OnnxGraph;
import java.util.List;

/**
 * A view of images with the channels in another place.
 *
 * @param name name of the value
 * @param in layer that is read
 * @param place place of the channels in the value; in {@code in} they have the other one
 */
public record ChannelOrder(String name, String in, Place place) implements Layer {
  private static final long[] CHANNELS_FIRST = {0, 3, 1, 2};
  private static final long[] CHANNELS_LAST = {0, 2, 3, 1};

  /** The place of the channels. */
  public enum Place {
    /** [batch, channels, height, width]. */
    FIRST,
    /** [batch, height, width, channels]. */
    LAST
  }

  @Override
  public List<String> reads() {
    return List.of(in);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape shape = inputs.get(0);
    return place == Place.FIRST
        ? new Shape(shape.get(2), shape.get(0), shape.get(1))
        : new Shape(shape.get(1), shape.get(2), shape.get(0));
  }

  @Override
  public void write(LayerScript script) {
    String value = Expressions.variable(in);
    script.assign(
        Expressions.variable(name),
        place == Place.FIRST ? Expressions.channelsFirst(value) : Expressions.channelsLast(value));
  }

  @Override
  public void write(OnnxGraph graph) {
    graph
        .node("Transpose", OnnxGraph.value(in))
        .with("perm", place == Place.FIRST ? CHANNELS_FIRST : CHANNELS_LAST)
        .into(OnnxGraph.value(name));
  }
}
