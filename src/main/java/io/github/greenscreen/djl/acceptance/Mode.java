package io.github.greenscreen.djl.acceptance;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.hyperparameter.DataPlacement;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import io.github.greenscreen.training.hyperparameter.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A combination of settings whose losses are compared.
 *
 * @param placement where the images are kept; the CPU that the device is compared with has them
 */
public record Mode(
    Precision precision, OptimizerKind optimizer, ExecutionMode internal, DataPlacement placement) {
  private static final List<DataPlacement> FROM_THE_HOST =
      List.of(
          new DataPlacement(DataPlacement.Location.HOST, false),
          new DataPlacement(DataPlacement.Location.HOST, true));

  /** Relative tolerance of a loss in double precision. */
  private static final double DOUBLE = 1e-9;

  /** Relative tolerance in single precision, which covers a different order of summation. */
  private static final double SINGLE = 1e-3;

  /** Relative tolerance if numbers have 8 to 11 bits, as in TF32. */
  private static final double COARSE = 0.03;

  /** Relative tolerance if rounding to int8 turns small differences into whole steps. */
  private static final double INT8 = 0.1;

  /** Create a mode with the images on the device. */
  public Mode(Precision precision, OptimizerKind optimizer, ExecutionMode internal) {
    this(precision, optimizer, internal, DataPlacement.ON_DEVICE);
  }

  /** Return every combination, and one of them with images from the host. */
  public static List<Mode> all() {
    List<Mode> modes = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      for (ExecutionMode internal : ExecutionMode.values()) {
        for (OptimizerKind optimizer : OptimizerKind.values()) {
          modes.add(new Mode(precision, optimizer, internal));
        }
      }
    }
    Mode exact = new Mode(Precision.FLOAT64, OptimizerKind.ADAM, ExecutionMode.NONE);
    FROM_THE_HOST.forEach(placement -> modes.add(exact.with(placement)));
    return modes;
  }

  /**
   * Parse the output of {@link #text}.
   *
   * @throws IllegalArgumentException if {@code text} is not a mode
   */
  public static Mode parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException(text + " is not a mode");
    }
    return new Mode(
        Precision.valueOf(parts[0]),
        OptimizerKind.valueOf(parts[1]),
        ExecutionMode.valueOf(parts[2]),
        new DataPlacement(
            DataPlacement.Location.valueOf(parts[3]), Boolean.parseBoolean(parts[4])));
  }

  /** Return this mode with the images kept elsewhere. */
  Mode with(DataPlacement other) {
    return new Mode(precision, optimizer, internal, other);
  }

  /** Return the mode as one word, for command lines. */
  String text() {
    return "%s/%s/%s/%s/%s"
        .formatted(
            precision.name(),
            optimizer.name(),
            internal.name(),
            placement.location().name(),
            placement.isPinned());
  }

  /** Return the mode as a file name. */
  public String fileName() {
    return text().replace('/', '-');
  }

  /** Return the mode in the terms of config.yaml. */
  String description() {
    return "%s, %s, internal %s%s"
        .formatted(
            precision.configName(),
            optimizer.configName(),
            internal.configName(),
            placement.equals(DataPlacement.ON_DEVICE) ? "" : ", " + origin());
  }

  private String origin() {
    return placement.isPinned() ? "images from pinned memory" : "images from the host";
  }

  /** Return the hyperparameters that train a small network in this mode. */
  public Hyperparameters hyperparameters() {
    return Hyperparameters.of(
        Configuration.of(
            Map.of(
                "model",
                "resnet20",
                "precision",
                precision.configName(),
                "optimizer",
                optimizer.configName(),
                "internal",
                internal.configName(),
                "data_location",
                placement.location().configName(),
                "pin_memory",
                Boolean.toString(placement.isPinned()),
                "batch_size",
                "8",
                "lr",
                "1.0e-4")));
  }

  /**
   * Return the relative tolerance of a loss, compared with the CPU.
   *
   * @param tf32 whether convolutions in single precision use TF32
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
