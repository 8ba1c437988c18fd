package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.HiddenConvolution;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.pruning.FilterRemoval;
import io.github.greenscreen.djl.pruning.Pruner;
import io.github.greenscreen.run.model.NetworkSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The floating-point network that a run delivers: that of its training as it is, or a smaller copy
 * without its pruned filters. Close it to free the copy. Not thread-safe.
 */
final class DeliveredNetwork implements AutoCloseable {
  private final Architecture architecture;
  private final ScriptedNetwork network;
  private final Map<String, Integer> filters = new LinkedHashMap<>();
  private final CloseableStack copies = new CloseableStack();

  private DeliveredNetwork(TrainingComponents parts) {
    Map<String, long[]> kept = parts.pruner.map(Pruner::keptFilters).orElse(Map.of());
    kept.forEach((layer, numbers) -> filters.put(layer, numbers.length));
    if (filters.isEmpty()) {
      architecture = parts.architecture;
      network = parts.network;
      return;
    }
    architecture = parts.architecture.narrowed(filters);
    try {
      NDManager manager = copies.add(parts.trainer.getManager().newSubManager());
      Device device = manager.getDevice();
      network =
          copies.add(
              new ScriptedNetwork(
                  parts.source(architecture), device, parts.network.memoryFormat()));
      network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 1, 1));
      List<HiddenConvolution> hidden = HiddenConvolution.of(parts.architecture);
      new FilterRemoval(hidden, kept).copy(parts.network, network, device);
    } catch (RuntimeException | Error e) {
      copies.close();
      throw e;
    }
  }

  /** Return the delivered network of {@code parts}, whose pruned weights are 0. */
  static DeliveredNetwork of(TrainingComponents parts) {
    return new DeliveredNetwork(parts);
  }

  /** Return its architecture. */
  Architecture architecture() {
    return architecture;
  }

  /** Return the network. */
  ScriptedNetwork network() {
    return network;
  }

  /** Return the numbers of filters of the convolutions that lost some, by their names. */
  Map<String, Integer> filters() {
    return filters;
  }

  /**
   * Return the entries of {@code status.yaml} about the removal of filters.
   *
   * @param trained the network of the training
   * @param side height and width of the images
   */
  Map<String, String> entries(Architecture trained, int side) {
    int removed =
        HiddenConvolution.of(trained).stream()
            .mapToInt(each -> each.filters() - filters.getOrDefault(each.name(), each.filters()))
            .sum();
    NetworkSize size = architecture.size(side);
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("removed_filters", Integer.toString(removed));
    entries.put("delivered_parameters", Long.toString(size.parameters()));
    entries.put(
        "delivered_multiply_adds_per_image", Long.toString(size.multiplyAdds().orElseThrow()));
    return entries;
  }

  @Override
  public void close() {
    copies.close();
  }
}
