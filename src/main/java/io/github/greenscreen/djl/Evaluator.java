package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.data.Augmenters;
import io.github.greenscreen.djl.data.DeviceBatches;
import io.github.greenscreen.djl.data.ImageBatch;
import io.github.greenscreen.djl.metric.EvaluationResult;
import io.github.greenscreen.djl.metric.PhaseTimer;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.quantized.Int8Network;
import io.github.greenscreen.training.engine.TrainingJob;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Evaluates the network of a training on images of a split, or its delivered form once that exists.
 * Close it to free the quantised network. Not thread-safe.
 */
final class Evaluator implements AutoCloseable {
  /** Images per batch; evaluation needs no memory for gradients. */
  private static final int BATCH = 128;

  private final TrainingComponents parts;
  private final Device device;
  private final PhaseTimer clock;
  private final boolean flips;
  private Optional<Int8Network> quantized = Optional.empty();
  private Optional<ScriptedNetwork> delivered = Optional.empty();

  /** Create an evaluator of the network of {@code parts}, which works on {@code device}. */
  Evaluator(TrainingJob job, TrainingComponents parts, Device device, PhaseTimer clock) {
    this.parts = parts;
    this.device = device;
    this.clock = clock;
    flips = job.hyperparameters().flipsInTest();
  }

  /** Evaluate {@code network} from now on, and close it in the end. */
  void deliver(Int8Network network) {
    quantized = Optional.of(network);
  }

  /**
   * Evaluate {@code network} from now on, unless there is a quantised one. The caller closes it
   * after the last evaluation.
   */
  void deliver(ScriptedNetwork network) {
    delivered = Optional.of(network);
  }

  /** Return whether the network that is evaluated is quantised. */
  boolean isQuantized() {
    return quantized.isPresent();
  }

  /** Evaluate the network on the images {@code indices}. */
  EvaluationResult evaluate(int[] indices) {
    return evaluate(indices, parts.tally::count);
  }

  /** Evaluate the network on the images {@code indices}, with details. */
  EvaluationResult evaluateInDetail(int[] indices) {
    return evaluate(indices, parts.tally::countInDetail);
  }

  private EvaluationResult evaluate(int[] indices, BiConsumer<NDArray, NDArray> count) {
    clock.start();
    List<int[]> order = Batches.inOrder(indices, BATCH);
    try (DeviceBatches batches = DeviceBatches.unvaried(parts.trainer.getManager(), order)) {
      for (int i = 0; i < batches.count(); i++) {
        evaluateBatch(batches, i, count);
        clock.validated();
      }
      EvaluationResult result = parts.tally.take();
      clock.validationAwaited();
      return result;
    }
  }

  private void evaluateBatch(DeviceBatches batches, int i, BiConsumer<NDArray, NDArray> count) {
    try (NDManager manager = parts.trainer.getManager().newSubManager()) {
      ImageBatch batch = parts.images.batch(batches.get(manager, i), Augmenters.none());
      count.accept(logits(batch.images()), batch.labels());
    }
  }

  /** Return the logits of {@code images}, averaged with those of their mirror images if asked. */
  private NDArray logits(NDArray images) {
    NDArray logits = networkLogits(images);
    return flips ? logits.add(networkLogits(images.flip(3))).mul(0.5) : logits;
  }

  private NDArray networkLogits(NDArray images) {
    return quantized
        .map(network -> network.infer(images).toDevice(device, false))
        .or(() -> delivered.map(network -> network.infer(images)))
        .orElseGet(() -> parts.trainer.evaluate(new NDList(images)).head());
  }

  @Override
  public void close() {
    quantized.ifPresent(Int8Network::close);
  }
}
