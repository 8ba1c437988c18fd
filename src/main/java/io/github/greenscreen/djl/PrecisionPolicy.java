package io.github.greenscreen.djl;

import ai.djl.Device;
import io.github.greenscreen.djl.network.ElementType;
import io.github.greenscreen.djl.network.NumberFormat;
import io.github.greenscreen.training.Precision;
import java.util.Map;

/** The number formats behind the precisions of a configuration. */
final class PrecisionPolicy {
  private PrecisionPolicy() {}

  /**
   * Return what {@code device} computes in where half precision is asked for: float16 on a GPU,
   * bfloat16 on a CPU, as PyTorch's autocast does it; a CPU's float16 convolutions are hundreds of
   * times slower than float32.
   */
  static ElementType half(Device device) {
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
   * Return what is really used where it differs from what was asked, as {@code status.yaml} keeps
   * it: the precision, where half means another format or formats are mixed.
   */
  static Map<String, String> effective(Precision asked, NumberFormat format) {
    String used = describe(format);
    return used.equals(asked.spelling()) ? Map.of() : Map.of("precision_effective", used);
  }

  private static String describe(NumberFormat format) {
    String activations = format.activations().spelling();
    return format.isMixed()
        ? "mixed %s and %s".formatted(activations, format.parameters().spelling())
        : activations;
  }
}
