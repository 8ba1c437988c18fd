package io.github.greenscreen.djl.quantized;

import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.GlobalAveragePool;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A network of two channels and its values, small enough to compute by hand. */
final class Layers {
  /** A 1×1 convolution of three channels to two, their mean, and two classes. */
  static final Architecture TINY =
      new Architecture(
          List.of(
              new NormalizedConvolution("conv", "bn", Layer.INPUT, 3, 2, 1, 1, true),
              new GlobalAveragePool("mean", "conv"),
              new Dense("fc", "mean", 2, 2)));

  private Layers() {}

  /** Return values of {@link #TINY}; the caller may change them. */
  static Map<String, float[]> values() {
    float nearlyFour = (float) (4 - 1.0e-5); // √(σ² + ε) is 2
    Map<String, float[]> values = new HashMap<>();
    values.put("conv.weight", new float[] {1.27f, -0.5f, 0.0149f, -2.54f, 1, 0});
    values.put("bn.weight", new float[] {3, -1});
    values.put("bn.bias", new float[] {0.5f, 0.25f});
    values.put("bn.running_mean", new float[] {1, 4});
    values.put("bn.running_var", new float[] {nearlyFour, nearlyFour});
    values.put("fc.weight", new float[] {1.27f, 0.64f, -0.127f, 0.0635f});
    values.put("fc.bias", new float[] {0.5f, -0.5f});
    values.put("x.range", new float[] {-1.28f, 1.27f, 1});
    values.put("conv.range", new float[] {0, 2.55f, 1});
    values.put("mean.range", new float[] {0, 1.275f, 1});
    values.put("fc.range", new float[] {-1, 1.55f, 1});
    return values;
  }
}
