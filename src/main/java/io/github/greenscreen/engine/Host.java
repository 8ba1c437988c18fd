package io.github.greenscreen.engine;

import io.github.greenscreen.power.nvidia.ComputeCapability;
import io.github.greenscreen.power.nvidia.Gpu;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The machine properties on which the choice of a build depends; tests replace them.
 *
 * @param environment environment variables
 * @param properties system properties, to which the choice is written
 * @param gpus finds the visible NVIDIA GPUs
 * @param capabilities returns the compute capability of each GPU by UUID, such as 8.0
 * @param driver returns whether the driver's library for CUDA can be loaded
 */
public record Host(
    Map<String, String> environment,
    Properties properties,
    Supplier<List<Gpu>> gpus,
    Supplier<Map<String, String>> capabilities,
    BooleanSupplier driver) {
  public Host {
    environment = Map.copyOf(environment);
    Objects.requireNonNull(properties);
    Objects.requireNonNull(gpus);
    Objects.requireNonNull(capabilities);
    Objects.requireNonNull(driver);
  }

  /** Return this machine. */
  public static Host local() {
    Map<String, String> environment = System.getenv();
    return new Host(
        environment,
        System.getProperties(),
        () -> Gpu.visible(environment),
        () -> ComputeCapability.byUuid(environment),
        CudaDriver::loads);
  }

  EngineVariables settings() {
    return new EngineVariables(environment, properties);
  }

  Platform platform() {
    return Platform.of(properties.getProperty("os.name"), properties.getProperty("os.arch"));
  }

  EngineFolders folders() {
    return EngineFolders.of(
        settings(),
        environment,
        properties.getProperty("os.name"),
        Path.of(properties.getProperty("user.home")));
  }
}
