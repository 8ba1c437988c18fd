package io.github.greenscreen.djl;

import ai.djl.Device;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.training.hyperparameter.Precision;
import java.util.Map;

/** Maps the precisions of a configuration to number formats. */
public final class PrecisionPolicy {
  private PrecisionPolicy() {}

  /**
   * Return the half-precision format of {@code device}: float16 on a GPU, bfloat16 on a CPU, as in
   * PyTorch's autocast. On a CPU, float16 convolutions are hundreds of times slower than float32.
   */
  public static ElementType half(Device device) {
    return device.isGpu() ? ElementType.FLOAT16 : ElementType.BFLOAT16;
  }

  /** Return the format of {@code precision} on a device whose half precision is {@code half}. */
  static NumberFormat of(Precision precision, ElementType half) {
    return switch (precision) {
      case FLOAT16 -> NumberFormat.uniform(half);
      case FLOAT32 -> NumberFormat.uniform(ElementType.FLOAT32);
      case FLOAT64 -> NumberFormat.uniform(ElementType.FLOAT64);
      case BFLOAT16 -> NumberFormat.uniform(ElementType.BFLOAT16);
      case GLOBAL_POLICY_FLOAT16 -> new NumberFormat(ElementType.FLOAT32, half);
    };
  }

  /**
   * Return the precision in use, keyed as in {@code status.yaml}, if it differs from the configured
   * one: if half means another format, or if formats are mixed.
   */
  static Map<String, String> effective(Precision asked, NumberFormat format) {
    String used = describe(format);
    return used.equals(asked.configName()) ? Map.of() : Map.of("precision_effective", used);
  }

  private static String describe(NumberFormat format) {
    String activations = format.activations().configName();
    return format.isMixed()
        ? "mixed %s and %s".formatted(activations, format.parameters().configName())
        : activations;
  }
}
