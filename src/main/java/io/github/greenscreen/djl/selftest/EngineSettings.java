package io.github.greenscreen.djl.selftest;

import ai.djl.Device;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings of the engine: one of several ways to compute the same training.
 *
 * @param pointwise how 1×1 convolutions are computed; empty for the fastest way on the device
 * @param oneDnn how much of oneDNN is used
 */
public record EngineSettings(Optional<PointwiseFormulation> pointwise, OneDnn oneDnn) {
  /**
   * The environment variable that prescribes how 1×1 convolutions are computed, {@code
   * matrix_product}, {@code mixed}, or {@code convolution}; meant for tests.
   */
  public static final String POINTWISE_VARIABLE = "GREENSCREEN_POINTWISE";

  /** The fastest settings. */
  public static final EngineSettings FASTEST =
      new EngineSettings(Optional.empty(), OneDnn.UNLIMITED);

  public EngineSettings {
    Objects.requireNonNull(pointwise);
    Objects.requireNonNull(oneDnn);
  }

  /**
   * Return the settings to try, from fast to safe: another formulation, then fewer instructions,
   * then no oneDNN.
   *
   * @param device the device that trains
   * @param environment environment variables, with {@link #POINTWISE_VARIABLE} if set
   * @throws IllegalArgumentException if the variable names no formulation
   */
  static List<EngineSettings> inOrder(Device device, Map<String, String> environment) {
    Optional<PointwiseFormulation> prescribed = prescribed(environment);
    List<EngineSettings> settings = new ArrayList<>();
    settings.add(new EngineSettings(prescribed, OneDnn.UNLIMITED));
    if (prescribed.isEmpty()) {
      settings.add(unlimited(PointwiseFormulation.MATRIX_PRODUCT));
      if (!device.isGpu()) {
        settings.add(unlimited(PointwiseFormulation.CONVOLUTION));
      }
    }
    if (!device.isGpu()) {
      Stream.of(OneDnn.AVX2, OneDnn.SSE41, OneDnn.OFF)
          .map(oneDnn -> new EngineSettings(prescribed, oneDnn))
          .forEach(settings::add);
    }
    return settings;
  }

  private static EngineSettings unlimited(PointwiseFormulation pointwise) {
    return new EngineSettings(Optional.of(pointwise), OneDnn.UNLIMITED);
  }

  private static Optional<PointwiseFormulation> prescribed(Map<String, String> environment) {
    String name = environment.getOrDefault(POINTWISE_VARIABLE, "");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    for (PointwiseFormulation each : PointwiseFormulation.values()) {
      if (each.configName().equals(name)) {
        return Optional.of(each);
      }
    }
    throw new IllegalArgumentException(
        "%s is \"%s\"; expected matrix_product, mixed, or convolution"
            .formatted(POINTWISE_VARIABLE, name));
  }

  /** Parse the output of {@link #text}; empty if {@code text} is invalid. */
  public static Optional<EngineSettings> parse(String text) {
    String[] parts = text.split("/", -1);
    try {
      return parts.length != 2
          ? Optional.empty()
          : Optional.of(
              new EngineSettings(
                  parts[0].equals("fastest")
                      ? Optional.empty()
                      : Optional.of(
                          PointwiseFormulation.valueOf(parts[0].toUpperCase(Locale.ROOT))),
                  OneDnn.valueOf(parts[1].toUpperCase(Locale.ROOT))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Return the settings as one word, for files and command lines. */
  String text() {
    return pointwise.map(PointwiseFormulation::configName).orElse("fastest")
        + "/"
        + oneDnn.name().toLowerCase(Locale.ROOT);
  }

  /** Return how 1×1 convolutions are computed on {@code device}. */
  public PointwiseFormulation pointwise(Device device, ElementType type, MemoryFormat layout) {
    return pointwise.orElseGet(() -> PointwiseFormulation.fastest(device, type, layout));
  }

  /** Describe the differences from the fastest settings. */
  String description() {
    String formulation =
        pointwise.map(each -> "1×1 convolutions computed " + each.description()).orElse("");
    return Stream.of(formulation, oneDnn.description())
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
