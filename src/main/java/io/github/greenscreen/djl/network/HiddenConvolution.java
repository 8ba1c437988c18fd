package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A convolution with batch normalisation whose value only one other convolution reads: the first of
 * a block of two, the first and the second of a bottleneck. If factor and addend of a channel are
 * 0, so is the channel, and the network computes the same without it.
 *
 * @param name name of the convolution
 * @param norm name of its batch normalisation
 * @param reader name of the convolution that reads it
 * @param filters number of its filters
 */
public record HiddenConvolution(String name, String norm, String reader, int filters) {
  /** Return the hidden convolutions of {@code architecture} that training changes, in order. */
  public static List<HiddenConvolution> of(Architecture architecture) {
    List<HiddenConvolution> all = new ArrayList<>();
    for (Layer layer : architecture.layers()) {
      if (layer instanceof NormalizedConvolution convolution && !architecture.isFrozen(layer)) {
        reader(architecture, convolution.name())
            .map(
                reader ->
                    new HiddenConvolution(
                        convolution.name(), convolution.norm(), reader, convolution.outputs()))
            .ifPresent(all::add);
      }
    }
    return all;
  }

  /** Return the name of the only layer that reads {@code name}, if it is a convolution. */
  private static Optional<String> reader(Architecture architecture, String name) {
    List<Layer> readers =
        architecture.layers().stream().filter(layer -> layer.reads().contains(name)).toList();
    return readers.size() == 1 && readers.get(0) instanceof NormalizedConvolution
        ? Optional.of(readers.get(0).name())
        : Optional.empty();
  }

  /** Return the name of the kernels, one for each filter. */
  public String kernels() {
    return name + ".weight";
  }

  /** Return the name of the factors of the batch normalisation. */
  public String factors() {
    return norm + ".weight";
  }

  /** Return the name of the addends of the batch normalisation. */
  public String addends() {
    return norm + ".bias";
  }

  /** Return the names of all arrays whose first dimension is that of the filters. */
  public List<String> arrays() {
    return List.of(kernels(), factors(), addends(), norm + ".running_mean", norm + ".running_var");
  }

  /**
   * Return the name of the kernels of the reader, whose second dimension is that of the filters.
   */
  public String readerKernels() {
    return reader + ".weight";
  }
}
