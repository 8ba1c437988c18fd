package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import io.github.greenscreen.djl.pruning.Pruner;
import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All numbers that the next epoch of a training depends on: parameters with running statistics and
 * ranges, moments and step counters of the optimizer, the step of the schedule, the average of the
 * parameters, the masks of pruned weights, and the loss scale with its clean steps. Random numbers
 * are not part of it; they follow from seed and epoch alone. The state is written and read bit for
 * bit in the number formats of the training.
 */
final class TrainingState {
  private static final String HEAD = "greenscreen state 1";

  private final TrainingComponents parts;
  private final Device device;

  /** Create a state that saves and restores {@code parts} on {@code device}. */
  TrainingState(TrainingComponents parts, Device device) {
    this.parts = parts;
    this.device = device;
  }

  /** Write the state after {@code epochs} epochs. */
  void write(OutputStream to, int epochs) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    try (TensorCodec tensors = new TensorCodec(device)) {
      out.writeUTF(head(epochs));
      out.writeInt(parts.optimizer.steps());
      for (Map.Entry<String, NDArray> entry : arrays().entrySet()) {
        tensors.write(out, entry.getKey(), entry.getValue());
      }
    }
    out.flush();
  }

  /**
   * Restore into a new training the state of another after {@code epochs} epochs, and close {@code
   * from}.
   *
   * @throws UnsupportedChoiceException if that was a training of another kind
   */
  void read(InputStream from, int epochs) throws IOException {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 18));
        TensorCodec tensors = new TensorCodec(device)) {
      String found = in.readUTF();
      if (!found.equals(head(epochs))) {
        throw new IOException("found a %s, expected a %s".formatted(found, head(epochs)));
      }
      List<NDArray> weights = parts.trainable();
      parts.optimizer.resume(weights, in.readInt());
      parts.average.ifPresent(average -> average.begin(weights));
      for (Map.Entry<String, NDArray> entry : arrays().entrySet()) {
        tensors.read(in, entry.getKey(), entry.getValue());
      }
    } catch (IOException e) {
      throw (UnsupportedChoiceException)
          new UnsupportedChoiceException(
                  "the checkpoint does not fit this training: "
                      + FailureReason.of(e)
                      + "; resume on the kind of device that wrote it, or delete it")
              .initCause(e);
    }
  }

  private String head(int epochs) {
    return "%s after %s epochs, in %s and %s"
        .formatted(
            HEAD,
            epochs,
            parts.format.parameters().configName(),
            parts.format.activations().configName());
  }

  /** Return the arrays of the state by name, always in the same order. */
  private Map<String, NDArray> arrays() {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    parts.network.all().forEach(p -> arrays.put(p.getName(), p.getArray()));
    List<NDArray> moments = parts.optimizer.arrays();
    for (int i = 0; i < moments.size(); i++) {
      arrays.put("optimizer " + i, moments.get(i));
    }
    parts.scaler.ifPresent(scaler -> arrays.putAll(scaler.state()));
    List<NDArray> average = parts.average.map(WeightAverage::arrays).orElse(List.of());
    for (int i = 0; i < average.size(); i++) {
      arrays.put("average " + i, average.get(i));
    }
    List<NDArray> masks = parts.pruner.map(Pruner::masks).orElse(List.of());
    for (int i = 0; i < masks.size(); i++) {
      arrays.put("mask " + i, masks.get(i));
    }
    return arrays;
  }
}
