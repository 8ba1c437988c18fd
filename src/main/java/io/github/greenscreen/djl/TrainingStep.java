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
 * A training step as calls of TorchScript functions: forward pass, loss, gradients, update, and
 * count of predictions. A step of one batch is one call. Nothing in it waits for the device, so the
 * host can run ahead. Close it to free the compiled functions. Not thread-safe.
 */
final class TrainingStep implements AutoCloseable {
  private final ScriptedNetwork network;
  private final OptimizerState optimizer;
  private final Optional<LossScaler> scaler;
  private final ConfusionMatrix tally;
  private final boolean accumulates;
  private final ScriptModule script;
  private final NDManager host;
  private List<NDArray> accumulators = List.of();

  /**
   * Create the step for {@code network}.
   *
   * @param source source of {@code network}
   * @param rule update rule of {@code optimizer}
   * @param scaler scales the loss; present exactly if {@code rule} skips steps
   * @param options options of the step, with the memory format of {@code network}
   */
  TrainingStep(
      NetworkSource source,
      ScriptedNetwork network,
      UpdateRule rule,
      OptimizerState optimizer,
      Optional<LossScaler> scaler,
      ConfusionMatrix tally,
      StepScript.Options options,
      Device device) {
    this.network = network;
    this.optimizer = optimizer;
    this.scaler = scaler;
    this.tally = tally;
    accumulates = options.accumulates();
    script = ScriptModule.compile(device, StepScript.methods(source, rule, options));
    host = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  }

  /**
   * Count the predictions for a batch, and update all parameters with its gradient and with those
   * of earlier batches that have not been used.
   *
   * @param share images of the batch per image of the whole step
   * @param isLast whether the batch is the last of the step; the only one has the share 1
   */
  void run(ImageBatch batch, double share, boolean isLast) {
    if (!accumulates) {
      train(batch);
      return;
    }
    gather(batch, share);
    if (isLast) {
      apply();
    }
  }

  private void train(ImageBatch batch) {
    List<List<NDArray>> lists = new ArrayList<>();
    lists.add(parameters());
    lists.addAll(optimizer.lists(trainable()));
    try (NDArray rate = host.create(optimizer.nextLearningRate())) {
      NDList inputs = new NDList(batch.images(), batch.labels(), rate);
      inputs.addAll(tally.arrays());
      scaler.ifPresent(each -> inputs.addAll(each.arrays()));
      script.call("train", inputs, lists).close();
    }
  }

  private void gather(ImageBatch batch, double share) {
    if (accumulators.isEmpty()) {
      accumulators = optimizer.zeros(trainable());
    }
    try (NDArray part = host.create(share)) {
      NDList inputs = new NDList(batch.images(), batch.labels(), part);
      inputs.addAll(tally.arrays());
      scaler.ifPresent(each -> inputs.addAll(each.arrays()));
      script.call("gather", inputs, List.of(parameters(), accumulators)).close();
    }
  }

  private void apply() {
    List<List<NDArray>> lists = new ArrayList<>();
    lists.add(parameters());
    lists.add(accumulators);
    lists.addAll(optimizer.lists(trainable()));
    try (NDArray rate = host.create(optimizer.nextLearningRate())) {
      NDList inputs = new NDList(rate);
      scaler.ifPresent(each -> inputs.addAll(each.arrays()));
      script.call("apply", inputs, lists).close();
    }
    script.run("reset", accumulators);
  }

  private List<NDArray> parameters() {
    return network.all().stream().map(Parameter::getArray).toList();
  }

  private List<NDArray> trainable() {
    return network.trainable().stream().map(Parameter::getArray).toList();
  }

  @Override
  public void close() {
    script.close();
    host.close();
  }
}
