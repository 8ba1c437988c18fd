package io.github.greenscreen.djl.acceptance;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.ExecutionMode;
import io.github.greenscreen.training.Hyperparameters;
import io.github.greenscreen.training.OptimizerKind;
import io.github.greenscreen.training.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A way to train whose losses are compared. */
public record Mode(Precision precision, OptimizerKind optimizer, ExecutionMode internal) {
  /** By how much a loss may be off in double precision, as a share. */
  private static final double DOUBLE = 1e-9;

  /** The same in single precision, where the order of sums differs. */
  private static final double SINGLE = 1e-3;

  /** The same where numbers have 8 to 11 bits, TF32 among them. */
  private static final double COARSE = 0.03;

  /** The same where rounding to int8 turns small differences into whole steps. */
  private static final double INT8 = 0.1;

  /** Return every mode. */
  public static List<Mode> all() {
    List<Mode> modes = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      for (ExecutionMode internal : ExecutionMode.values()) {
        for (OptimizerKind optimizer : OptimizerKind.values()) {
          modes.add(new Mode(precision, optimizer, internal));
        }
      }
    }
    return modes;
  }

  /**
   * Read what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is nothing of that kind
   */
  public static Mode parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(text + " is not a mode");
    }
    return new Mode(
        Precision.valueOf(parts[0]),
        OptimizerKind.valueOf(parts[1]),
        ExecutionMode.valueOf(parts[2]));
  }

  /** Return the mode as one word, for command lines. */
  String text() {
    return precision.name() + "/" + optimizer.name() + "/" + internal.name();
  }

  /** Return a name for files. */
  public String fileName() {
    return text().replace('/', '-');
  }

  /** Return the mode in the words of config.yaml. */
  String description() {
    return "%s, %s, internal %s"
        .formatted(precision.spelling(), optimizer.spelling(), internal.spelling());
  }

  /** Return how a small network is trained in this mode. */
  public Hyperparameters hyperparameters() {
    return Hyperparameters.of(
        Configuration.of(
            Map.of(
                "model",
                "resnet20",
                "precision",
                precision.spelling(),
                "optimizer",
                optimizer.spelling(),
                "internal",
                internal.spelling(),
                "batch_size",
                "8",
                "lr",
                "1.0e-4")));
  }

  /**
   * Return by how much a loss may be off, as a share of the CPU's.
   *
   * @param tf32 whether single precision is TF32 in convolutions
   */
  double tolerance(boolean tf32) {
    if (internal == ExecutionMode.PRE_QUANTIZATION || internal == ExecutionMode.POST_QUANTIZATION) {
      return INT8;
    }
    return switch (precision) {
      case FLOAT64 -> DOUBLE;
      case FLOAT32 -> tf32 ? COARSE : SINGLE;
      default -> COARSE;
    };
  }
}
