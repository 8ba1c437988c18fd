package io.github.greenscreen.djl.quantized;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.djl.transfer.HostCopy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the arrays of a network as float32, whatever their format and device. TorchScript casts
 * them, because the engine's binding does not support bfloat16.
 */
public final class FloatValues {
  private static final String READ =
      """
        def forward(self: __torch__.Ops, p: List[Tensor]) -> Tensor:
          return torch.contiguous(torch.to(torch.detach(p[0]), 6))
      """;

  private FloatValues() {}

  /** Return parameters, running statistics, and ranges by name, row-major. */
  public static Map<String, float[]> of(ScriptedNetwork network) {
    Map<String, float[]> values = new HashMap<>();
    try (ScriptModule script = ScriptModule.compile(Device.cpu(), READ)) {
      for (Parameter parameter : network.getDirectParameters().values()) {
        // A list, because the binding would take the name of a new array for a dictionary key.
        List<NDArray> array = List.of(parameter.getArray());
        try (NDArray read = script.infer("forward", new NDList(), array)) {
          values.put(parameter.getName(), HostCopy.floats(read));
        }
      }
    }
    return values;
  }
}
