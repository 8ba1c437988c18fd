package io.github.greenscreen.djl.pruning;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.network.HiddenConvolution;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Copies the numbers of a network into the same network without its pruned filters. */
public final class FilterRemoval {
  private static final String METHODS =
      """
        def fill(self: __torch__.Ops, x: Tensor, y: Tensor, rows: Tensor) -> Tensor:
          return torch.copy_(torch.detach(x), torch.index_select(torch.detach(y), 0, rows))
        def fill_kernels(self: __torch__.Ops, x: Tensor, y: Tensor, rows: Tensor, inputs: Tensor) -> Tensor:
          kept = torch.index_select(torch.detach(y), 0, rows)
          return torch.copy_(torch.detach(x), torch.index_select(kept, 1, inputs))
      """;

  private final Map<String, long[]> rows = new HashMap<>();
  private final Map<String, long[]> inputs = new HashMap<>();

  /**
   * Create the removal of filters.
   *
   * @param hidden the hidden convolutions of a network
   * @param kept the numbers of the filters that are kept, by the name of their convolution; the
   *     others keep all
   */
  public FilterRemoval(List<HiddenConvolution> hidden, Map<String, long[]> kept) {
    for (HiddenConvolution layer : hidden) {
      if (kept.containsKey(layer.name())) {
        layer.arrays().forEach(array -> rows.put(array, kept.get(layer.name())));
        inputs.put(layer.readerKernels(), kept.get(layer.name()));
      }
    }
  }

  /** Copy all arrays of {@code from} into those of {@code to}, which lacks the filters. */
  public void copy(ScriptedNetwork from, ScriptedNetwork to, Device device) {
    Map<String, NDArray> whole = new HashMap<>();
    from.all().forEach(parameter -> whole.put(parameter.getName(), parameter.getArray()));
    try (NDManager manager = NDManager.newBaseManager(device, "PyTorch");
        ScriptModule script = ScriptModule.compile(device, METHODS)) {
      for (Parameter parameter : to.all()) {
        String name = parameter.getName();
        fill(script, manager, name, parameter.getArray(), whole.get(name));
      }
    }
  }

  private void fill(
      ScriptModule script, NDManager manager, String name, NDArray array, NDArray whole) {
    NDArray kept = places(manager, rows.get(name), whole, 0);
    if (whole.getShape().dimension() == 1) {
      script.run("fill", array, whole, kept);
    } else {
      script.run("fill_kernels", array, whole, kept, places(manager, inputs.get(name), whole, 1));
    }
  }

  /** Return {@code kept} on the device, or all places of {@code whole} in {@code dimension}. */
  private static NDArray places(NDManager manager, long[] kept, NDArray whole, int dimension) {
    return manager.create(
        kept == null ? LongStream.range(0, whole.getShape().get(dimension)).toArray() : kept);
  }
}
