package io.github.greenscreen.djl.network;

import io.github.greenscreen.training.NetworkKind;
import io.github.greenscreen.training.Stem;
import java.util.List;

/**
 * A network written out: TorchScript functions and the parameters they take.
 *
 * @param methods source of {@code forward} (training) and {@code infer}, each {@code (x:
 *     Tensor[batch, 3, 32, 32], p: List[Tensor]) -> Tensor[batch, classes]}
 * @param parameters the arrays of {@code p}, in order
 */
public record NetworkSource(String methods, List<ParameterSpec> parameters) {
  public NetworkSource {
    parameters = List.copyOf(parameters);
  }

  /** Write out the network {@code kind} for {@code classes} classes. */
  public static NetworkSource of(NetworkKind kind, Stem stem, int classes) {
    return switch (kind) {
      case RESNET50 -> ResNet50.build(stem, classes);
      case RESNET20 -> ResNet20.build(classes);
    };
  }

  /** Return the number of trainable parameters. */
  public long parameterCount() {
    return parameters.stream()
        .filter(ParameterSpec::isTrainable)
        .mapToLong(spec -> spec.shape().size())
        .sum();
  }
}
