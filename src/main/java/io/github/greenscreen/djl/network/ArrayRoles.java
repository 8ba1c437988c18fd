package io.github.greenscreen.djl.network;

import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.network.layer.BatchNormalization;
import io.github.greenscreen.djl.network.layer.Convolution;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.MaxPool;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.optimizer.ArrayRole;
import io.github.greenscreen.djl.optimizer.ArrayRole.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Determines the roles of the trainable arrays of a network. */
public final class ArrayRoles {
  private static final int MATRIX = 2;
  private static final int CONVOLUTION = 4;

  private final Architecture architecture;

  private ArrayRoles(Architecture architecture) {
    this.architecture = architecture;
  }

  /**
   * Return the roles of the trainable arrays of {@code source}, in order.
   *
   * @param architecture the network of {@code source}
   */
  public static List<ArrayRole> of(Architecture architecture, NetworkSource source) {
    return new ArrayRoles(architecture).roles(source);
  }

  private List<ArrayRole> roles(NetworkSource source) {
    Set<String> hidden = new HashSet<>();
    Set<String> free = new HashSet<>();
    Set<String> head = new HashSet<>();
    for (Layer layer : architecture.layers()) {
      Set<String> names = layer.name().equals(architecture.result()) ? head : hidden;
      if (!layer.reads().contains(Layer.INPUT)) {
        (isNormalized(layer) ? free : names).addAll(weights(layer));
      }
    }
    return source.trainable().stream().map(spec -> role(spec, hidden, free, head)).toList();
  }

  private static ArrayRole role(
      ParameterSpec spec, Set<String> hidden, Set<String> free, Set<String> head) {
    Kind kind = Kind.OTHER;
    if (head.contains(spec.name())) {
      kind = Kind.HEAD;
    } else if (free.contains(spec.name())) {
      kind = Kind.SCALE_FREE;
    } else if (hidden.contains(spec.name())) {
      kind = Kind.HIDDEN;
    }
    long rows = spec.shape().get(0);
    return new ArrayRole(kind, rows, spec.shape().size() / rows);
  }

  /** Return the names of the matrices and kernels of {@code layer}. */
  private static List<String> weights(Layer layer) {
    return layer.parameters(ElementType.FLOAT32).stream()
        .filter(spec -> spec.type() == Parameter.Type.WEIGHT)
        .filter(spec -> List.of(MATRIX, CONVOLUTION).contains(spec.shape().dimension()))
        .map(ParameterSpec::name)
        .toList();
  }

  /** Return whether batch normalisation removes the scale of the value of {@code layer}. */
  private boolean isNormalized(Layer layer) {
    return layer instanceof NormalizedConvolution
        || (layer instanceof Convolution convolution
            && !convolution.hasBias()
            && feedsNormalization(convolution.name()));
  }

  private boolean feedsNormalization(String name) {
    List<Layer> readers =
        architecture.layers().stream().filter(layer -> layer.reads().contains(name)).toList();
    return !readers.isEmpty()
        && readers.stream()
            .allMatch(
                reader ->
                    reader instanceof BatchNormalization
                        || (reader instanceof MaxPool && feedsNormalization(reader.name())));
  }
}
