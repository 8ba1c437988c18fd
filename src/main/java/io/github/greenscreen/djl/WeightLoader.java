package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.network.weights.PretrainedWeights;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.weights.StoredArray;
import java.util.List;

/**
 * Copies pretrained weights into the arrays of a network, whatever their number and memory format.
 * Numbers pass through float64, which represents those of every format. Close it to free the
 * compiled functions.
 */
final class WeightLoader implements AutoCloseable {
  /**
   * {@code fit} interpolates position embeddings of a class token and square patches to the number
   * of those of {@code x}.
   */
  private static final String METHODS =
      """
        def fill(self: __torch__.Ops, x: Tensor, y: Tensor) -> Tensor:
          return torch.copy_(torch.detach(x), torch.reshape(y, torch.size(x)))
        def fit(self: __torch__.Ops, x: Tensor, y: Tensor, side: int, old: int) -> Tensor:
          first = torch.slice(y, 1, 0, 1)
          square = torch.reshape(torch.slice(y, 1, 1), [1, old, old, -1])
          square = torch.upsample_bicubic2d(torch.permute(square, [0, 3, 1, 2]), [side, side], False)
          rest = torch.permute(torch.flatten(square, 2), [0, 2, 1])
          return torch.copy_(torch.detach(x), torch.cat([first, rest], 1))
      """;

  private final NDManager manager;
  private final ScriptModule script;

  /** Create a loader for networks on {@code device}. */
  WeightLoader(Device device) {
    manager = NDManager.newBaseManager(device, "PyTorch");
    script = ScriptModule.compile(device, METHODS);
  }

  /** Copy {@code weights} into {@code network}; arrays that they lack stay as they are. */
  void load(PretrainedWeights weights, ScriptedNetwork network) {
    for (Parameter parameter : network.all()) {
      String name = parameter.getName();
      if (weights.loaded().containsKey(name)) {
        fill(parameter.getArray(), weights.loaded().get(name));
      } else if (weights.interpolated().containsKey(name)) {
        fit(parameter.getArray(), weights.interpolated().get(name));
      }
    }
  }

  private void fill(NDArray array, List<StoredArray> parts) {
    double[] values = new double[Math.toIntExact(array.size())];
    int at = 0;
    for (StoredArray part : parts) {
      double[] some = part.values();
      System.arraycopy(some, 0, values, at, some.length);
      at += some.length;
    }
    try (NDArray wide = manager.create(values)) {
      script.run("fill", array, wide);
    }
  }

  private void fit(NDArray array, StoredArray positions) {
    long[] shape = positions.shape().stream().mapToLong(Long::longValue).toArray();
    try (NDArray wide = manager.create(positions.values(), new Shape(shape))) {
      script.run("fit", array, wide, side(array.getShape()), side(wide.getShape()));
    }
  }

  /** Return the patches in a row of position embeddings [1, class token and patches, width]. */
  private static long side(Shape shape) {
    return Math.round(Math.sqrt(shape.get(1) - 1.0));
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
