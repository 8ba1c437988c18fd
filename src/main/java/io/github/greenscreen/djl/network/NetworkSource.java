package io.github.greenscreen.djl.network;

import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import java.util.List;

/**
 * The source of a network: TorchScript functions and the parameters they take.
 *
 * @param methods source of {@code forward} (training) and {@code infer}, each {@code (x:
 *     Tensor[batch, 3, 32, 32], p: List[Tensor]) -> Tensor[batch, classes]}
 * @param parameters the arrays of {@code p}, in order
 */
public record NetworkSource(String methods, List<ParameterSpec> parameters) {
  public NetworkSource {
    parameters = List.copyOf(parameters);
  }

  /** Write {@code architecture} in {@code format}, for CPUs, without quantisation. */
  public static NetworkSource of(Architecture architecture, NumberFormat format) {
    return of(architecture, format, PointwiseFormulation.MATRIX_PRODUCT, Quantization.NONE, 0);
  }

  /**
   * Write {@code architecture}.
   *
   * @param levels largest integer of an activation: 255, or 127 if the processor's integer products
   *     would overflow
   */
  public static NetworkSource of(
      Architecture architecture,
      NumberFormat format,
      PointwiseFormulation pointwise,
      Quantization quantization,
      int levels) {
    List<ParameterSpec> parameters =
        ParameterSpecs.of(architecture, format.parameters(), quantization);
    FloatScriptWriter.Network network =
        new FloatScriptWriter.Network(architecture, parameters, format, pointwise);
    return new NetworkSource(FloatScriptWriter.methods(network, quantization, levels), parameters);
  }

  /** Return the arrays that training changes, in order. */
  public List<ParameterSpec> trainable() {
    return parameters.stream().filter(ParameterSpec::isTrainable).toList();
  }

  /**
   * Return inference with {@code architecture} in float32 as a function {@code name}, {@code (x:
   * Tensor[batch, 3, height, width]) -> Tensor[batch, classes]}, of a module whose attributes are
   * the arrays. Points in their names become underscores. PyTorch 1.13 and later can read it.
   */
  public static String portable(
      String name, Architecture architecture, PointwiseFormulation pointwise) {
    return FloatScriptWriter.portablePass(
        name,
        new FloatScriptWriter.Network(
            architecture,
            ParameterSpecs.of(architecture, ElementType.FLOAT32, Quantization.NONE),
            NumberFormat.uniform(ElementType.FLOAT32),
            pointwise));
  }

  /** Return the number of trainable parameters. */
  public long parameterCount() {
    return trainable().stream().mapToLong(spec -> spec.shape().size()).sum();
  }
}
