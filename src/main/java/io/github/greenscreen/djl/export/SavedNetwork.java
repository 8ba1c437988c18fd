package io.github.greenscreen.djl.export;

import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.selftest.Workload;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.network.ArraySpec;
import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.run.network.NetworkFile;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Precision;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A network that {@link NetworkSaver} saved: its architecture, and its arrays as float32. */
public final class SavedNetwork {
  /** Images per step of a test, so few that it is short for the largest network. */
  private static final int TEST_BATCH = 2;

  private final NetworkFile file;
  private final NetworkDescription description;
  private final NetworkKind kind;
  private final Stem stem;
  private final Architecture architecture;

  private SavedNetwork(NetworkFile file, NetworkDescription description) {
    this.file = file;
    this.description = description;
    kind = kind(file, description);
    stem = stem(file, description);
    architecture =
        Architecture.of(kind, stem, description.classes().size(), description.side())
            .narrowed(description.filters());
  }

  /**
   * Read {@code file}.
   *
   * @throws RunFolderException if it cannot be read, or its arrays are not those of its
   *     architecture
   */
  public static SavedNetwork read(Path file) {
    NetworkFile found = NetworkFile.read(file);
    SavedNetwork network = new SavedNetwork(found, NetworkDescription.of(found));
    network.architecture.arrays().forEach(network::check);
    return network;
  }

  private static NetworkKind kind(NetworkFile file, NetworkDescription description) {
    return ConfigChoice.find(NetworkKind.class, description.model())
        .orElseThrow(() -> unknown(file, "model", description.model()));
  }

  /** Return the stem; a network without a choice of stems has any. */
  private static Stem stem(NetworkFile file, NetworkDescription description) {
    return description
        .stem()
        .map(
            name ->
                ConfigChoice.find(Stem.class, name).orElseThrow(() -> unknown(file, "stem", name)))
        .orElse(Stem.IMAGENET);
  }

  private static RunFolderException unknown(NetworkFile file, String what, String name) {
    return new RunFolderException(
        "%s has the %s \"%s\", which this version of greenscreen does not know"
            .formatted(file.path(), what, name));
  }

  private void check(ParameterSpec spec) {
    ArraySpec found = file.arrays().get(spec.name());
    List<Long> expected = shape(spec);
    if (found == null || !found.shape().equals(expected)) {
      throw new RunFolderException(
          "%s: %s %s; expected the shape %s of %s"
              .formatted(
                  file.path(),
                  spec.name(),
                  found == null ? "is missing" : "has the shape " + found.shape(),
                  expected,
                  description.model()));
    }
  }

  /** Return the shape of the array {@code spec}. */
  static List<Long> shape(ParameterSpec spec) {
    return Arrays.stream(spec.shape().getShape()).boxed().toList();
  }

  /** Return the description. */
  public NetworkDescription description() {
    return description;
  }

  /** Return the work of computing with it in float32 on the CPU, which tests find settings for. */
  public Workload workload() {
    return new Workload(
        kind, stem, Precision.FLOAT32, MemoryFormat.CONTIGUOUS, ExecutionMode.NONE, TEST_BATCH);
  }

  /** Return the architecture. */
  Architecture architecture() {
    return architecture;
  }

  /** Return the numbers of the array {@code name} as float32, little-endian and row-major. */
  ByteBuffer floats(String name) {
    ByteBuffer content = file.content(name);
    if (file.arrays().get(name).type() == ArraySpec.Type.F32) {
      return content;
    }
    ByteBuffer narrow =
        ByteBuffer.allocate(content.remaining() / Double.BYTES * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    while (content.hasRemaining()) {
      narrow.putFloat((float) content.getDouble());
    }
    return narrow.flip();
  }
}
