package io.github.greenscreen.djl.pruning;

import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.quantized.FloatValues;
import io.github.greenscreen.run.evaluation.LayerSparsity;
import io.github.greenscreen.run.evaluation.StoredNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The zeros of a network and the bytes that its arrays take when stored: as float32; with matrices
 * and kernels as int8, symmetric with a float32 scale per output channel, and the rest as float32;
 * and both compressed by gzip. Ranges of activations do not count.
 */
public final class StoredSize {
  private static final int MATRIX = 2;
  private static final int KERNEL = 4;
  private static final int LEVELS = 127;

  private final List<LayerSparsity> layers = new ArrayList<>();
  private final GzipCounter dense = new GzipCounter();
  private final GzipCounter quantized = new GzipCounter();

  private StoredSize() {}

  /** Measure {@code network}; waits for its device. */
  public static StoredSize of(ScriptedNetwork network) {
    Map<String, float[]> values = FloatValues.of(network);
    StoredSize size = new StoredSize();
    for (Parameter parameter : network.all()) {
      if (parameter.getType() != Parameter.Type.OTHER) {
        size.add(parameter, values.get(parameter.getName()));
      }
    }
    return size;
  }

  private void add(Parameter parameter, float[] values) {
    dense.add(values);
    int dimension = parameter.getArray().getShape().dimension();
    boolean isWeight =
        parameter.getType() == Parameter.Type.WEIGHT
            && (dimension == MATRIX || dimension == KERNEL);
    if (isWeight) {
      layers.add(new LayerSparsity(parameter.getName(), values.length, zeros(values)));
      addIntegers(values, Math.toIntExact(parameter.getArray().getShape().get(0)));
    } else {
      quantized.add(values);
    }
  }

  /** Add the scales of the {@code channels} and then the integers. */
  private void addIntegers(float[] values, int channels) {
    int size = values.length / channels;
    float[] scales = new float[channels];
    byte[] integers = new byte[values.length];
    for (int channel = 0; channel < channels; channel++) {
      int from = channel * size;
      float scale = scale(values, from, from + size);
      scales[channel] = scale;
      for (int i = from; i < from + size; i++) {
        integers[i] = (byte) Math.rint(values[i] / scale);
      }
    }
    quantized.add(scales);
    quantized.add(integers);
  }

  private static float scale(float[] values, int from, int to) {
    float largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return largest == 0 ? 1 : largest / LEVELS;
  }

  private static long zeros(float[] values) {
    long zeros = 0;
    for (float value : values) {
      if (value == 0) {
        zeros++;
      }
    }
    return zeros;
  }

  /** Return the zeros of each matrix and kernel in the order of the network. */
  public List<LayerSparsity> layers() {
    return layers;
  }

  /** Return the entries of {@code status.yaml}. */
  public Map<String, String> entries() {
    long weights = layers.stream().mapToLong(LayerSparsity::weights).sum();
    long zeros = layers.stream().mapToLong(LayerSparsity::zeros).sum();
    return new StoredNetwork(
            (double) zeros / weights,
            dense.bytes(),
            dense.compressedBytes(),
            quantized.bytes(),
            quantized.compressedBytes())
        .entries();
  }
}
