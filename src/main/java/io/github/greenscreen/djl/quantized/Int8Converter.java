package io.github.greenscreen.djl.quantized;

import io.github.greenscreen.djl.network.ActivationRange;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import io.github.greenscreen.djl.network.layer.QuantizableLayer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Converts trained floating-point values into integers.
 *
 * <p>Batch normalisation is folded into the preceding convolution (Jacob et al., 2017, <a
 * href="https://arxiv.org/abs/1712.05877">arXiv 1712.05877</a>, section 3.2): with f = γ/√(σ²+ε)
 * the weights become f·w and the bias β − f·μ. The integers are those of w, since a factor per
 * output channel changes only the channel's scale, to |f|·scale; the sign of f is applied to the
 * integers.
 */
final class Int8Converter implements QuantizableLayer.WeightVisitor {
  /** Largest integer of a weight. */
  private static final int WEIGHT_LEVELS = 127;

  /** ε of batch normalisation, PyTorch's default. */
  private static final double EPSILON = 1.0e-5;

  /**
   * A channel whose step is narrower than this is constant in float32; its integers become 0,
   * because kernels divide by the scale.
   */
  private static final float MIN_SCALE = 1.0e-12f;

  private final Map<String, float[]> values;
  private final Map<String, Int8Weights> weights = new HashMap<>();

  private Int8Converter(Map<String, float[]> values) {
    this.values = values;
  }

  /**
   * Convert {@code architecture}.
   *
   * @param values parameters, running statistics, and ranges by name, row-major
   * @param levels largest integer of an activation
   * @throws Int8Exception if a value is not finite or a range was never observed
   */
  static Int8Model convert(Architecture architecture, Map<String, float[]> values, int levels) {
    Int8Converter converter = new Int8Converter(values);
    architecture.quantizableLayers().forEach(layer -> layer.accept(converter));
    Map<String, ActivationScale> activations = new HashMap<>();
    for (String range : ActivationRange.names(architecture)) {
      activations.put(ActivationRange.layer(range), converter.activation(range, levels));
    }
    return new Int8Model(architecture, levels, converter.weights, activations);
  }

  @Override
  public void convolution(NormalizedConvolution layer) {
    float[] gamma = value(layer.norm() + ".weight");
    float[] beta = value(layer.norm() + ".bias");
    float[] mean = value(layer.norm() + ".running_mean");
    float[] variance = value(layer.norm() + ".running_var");
    double[] factors = new double[gamma.length];
    float[] biases = new float[gamma.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = gamma[i] / Math.sqrt(variance[i] + EPSILON);
      biases[i] = (float) (beta[i] - mean[i] * factors[i]);
    }
    weights.put(layer.name(), quantize(value(layer.name() + ".weight"), factors, biases));
  }

  @Override
  public void dense(Dense layer) {
    float[] biases = value(layer.name() + ".bias");
    double[] factors = new double[biases.length];
    Arrays.fill(factors, 1);
    weights.put(layer.name(), quantize(value(layer.name() + ".weight"), factors, biases));
  }

  private static Int8Weights quantize(float[] weights, double[] factors, float[] biases) {
    byte[] integers = new byte[weights.length];
    float[] scales = new float[factors.length];
    int size = weights.length / factors.length;
    for (int channel = 0; channel < factors.length; channel++) {
      int from = channel * size;
      float scale = scale(weights, from, from + size);
      double folded = scale * Math.abs(factors[channel]);
      if (folded < MIN_SCALE) {
        scales[channel] = 1;
        continue;
      }
      scales[channel] = (float) folded;
      float steps = Math.copySign(1 / scale, (float) factors[channel]);
      for (int i = from; i < from + size; i++) {
        double rounded = Math.rint(weights[i] * steps);
        integers[i] = (byte) Math.max(-WEIGHT_LEVELS, Math.min(WEIGHT_LEVELS, rounded));
      }
    }
    return new Int8Weights(integers, scales, biases);
  }

  /** Return the step that maps the largest weight of a channel to 127, as training does. */
  private static float scale(float[] weights, int from, int to) {
    float largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(weights[i]));
    }
    return Math.max(largest / WEIGHT_LEVELS, MIN_SCALE);
  }

  private ActivationScale activation(String range, int levels) {
    float[] seen = value(range);
    if (seen[2] == 0) {
      throw new Int8Exception(
          "%s was never observed; calibrate the network on some images first".formatted(range));
    }
    return ActivationScale.of(seen[0], seen[1], levels);
  }

  private float[] value(String name) {
    float[] value = values.get(name);
    for (float number : value) {
      if (!Float.isFinite(number)) {
        throw new Int8Exception(
            "%s contains %s, which has no integer value; the network has diverged and cannot be"
                    .formatted(name, number)
                + " quantised");
      }
    }
    return value;
  }
}
