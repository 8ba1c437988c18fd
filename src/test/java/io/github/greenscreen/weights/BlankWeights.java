package io.github.greenscreen.weights;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** State dicts whose arrays have names and shapes, but no numbers. */
public final class BlankWeights {
  private final Map<String, StoredArray> arrays = new LinkedHashMap<>();

  /** Add an array of type float32. */
  public BlankWeights with(String name, long... shape) {
    return with(name, NumberType.FLOAT32, shape);
  }

  /** Add an array of {@code type}. */
  public BlankWeights with(String name, NumberType type, long... shape) {
    List<Long> lengths = Arrays.stream(shape).boxed().toList();
    arrays.put(name, StoredArray.contiguous(type, lengths, new Endless()));
    return this;
  }

  /** Add the arrays weight and bias of a layer. */
  public BlankWeights layer(String name, long... shape) {
    return with(name + ".weight", shape).with(name + ".bias", shape[0]);
  }

  /** Add the arrays of a batch normalisation, with its counter. */
  public BlankWeights norm(String name, long channels) {
    return layer(name, channels)
        .with(name + ".running_mean", channels)
        .with(name + ".running_var", channels)
        .with(name + ".num_batches_tracked", NumberType.INT64);
  }

  /** Return the state dict of {@code weights.pth}. */
  public StateDict stateDict() {
    return new StateDict(Path.of("weights.pth"), "PyTorch state dict", arrays, Map.of());
  }

  private static final class Endless implements Storage {
    @Override
    public long bytes() {
      return Long.MAX_VALUE;
    }

    @Override
    public ByteBuffer read() {
      throw new AssertionError("there are no numbers");
    }
  }
}
