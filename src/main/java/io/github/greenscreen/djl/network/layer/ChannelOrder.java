package io.github.greenscreen.djl.network.layer;

import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * A view of images with the channels in another place.
 *
 * @param name name of the value
 * @param in layer that is read
 * @param place place of the channels in the value; in {@code in} they have the other one
 */
public record ChannelOrder(String name, String in, Place place) implements Layer {
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
}
