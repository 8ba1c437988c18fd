package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.ArrayList;
import java.util.List;

/** A {@link LossScaler} and its functions, without a network. */
final class Scaling implements AutoCloseable {
  final LossScaler scaler = new LossScaler(Device.cpu());
  private final ScriptModule script = ScriptModule.compile(Device.cpu(), LossScaler.METHODS);

  /** Return {@code loss} times the scale. */
  NDArray scaled(NDArray loss) {
    return script.call("scaled", loss, scaler.arrays().get(0));
  }

  /** Divide {@code gradients} by the scale, adapt it, and return whether the step is skipped. */
  NDArray unscale(List<NDArray> gradients) {
    List<Object> arguments = new ArrayList<>(List.of(gradients));
    arguments.addAll(scaler.arrays());
    script.run("unscale", arguments.toArray());
    return scaler.arrays().get(2);
  }

  @Override
  public void close() {
    script.close();
    scaler.close();
  }
}
