package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.data.ImageBatch;
import io.github.greenscreen.djl.metric.ConfusionMatrix;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.optimizer.OptimizerState;
import io.github.greenscreen.djl.optimizer.UpdateRule;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A training step as one call of a TorchScript function: forward pass, loss, gradients, update, and
 * count of hits. Nothing in it waits for the device, so the host can run ahead. Close it to free
 * the compiled function. Not thread-safe.
 */
final class TrainingStep implements AutoCloseable {
  private final ScriptedNetwork network;
  private final OptimizerState optimizer;
  private final Optional<LossScaler> scaler;
  private final ConfusionMatrix tally;
  private final ScriptModule script;
  private final NDManager host;

  /**
   * Create the step for {@code network}.
   *
   * @param source source of {@code network}
   * @param rule update rule of {@code optimizer}
   * @param scaler scales the loss; present exactly if {@code rule} skips steps
   */
  TrainingStep(
      NetworkSource source,
      ScriptedNetwork network,
      UpdateRule rule,
      OptimizerState optimizer,
      Optional<LossScaler> scaler,
      ConfusionMatrix tally,
      Device device) {
    this.network = network;
    this.optimizer = optimizer;
    this.scaler = scaler;
    this.tally = tally;
    script = ScriptModule.compile(device, StepScript.methods(source, rule, network.memoryFormat()));
    host = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  }

  /** Update all parameters with the batch {@code batch}, and count its hits. */
  void run(ImageBatch batch) {
    List<NDArray> parameters = network.all().stream().map(Parameter::getArray).toList();
    List<NDArray> trainable = network.trainable().stream().map(Parameter::getArray).toList();
    List<List<NDArray>> lists = new ArrayList<>();
    lists.add(parameters);
    lists.addAll(optimizer.lists(trainable));
    try (NDArray rate = host.create(optimizer.nextLearningRate())) {
      NDList inputs = new NDList(batch.images(), batch.labels(), rate);
      inputs.addAll(tally.arrays());
      scaler.ifPresent(each -> inputs.addAll(each.arrays()));
      script.call("train", inputs, lists).close();
    }
  }

  @Override
  public void close() {
    script.close();
    host.close();
  }
}
