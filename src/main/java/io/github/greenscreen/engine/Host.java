package io.github.greenscreen.engine;

import io.github.greenscreen.power.ComputeCapability;
import io.github.greenscreen.power.Gpu;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the choice of a build depends on; tests replace it.
 *
 * @param environment variables
 * @param properties system properties, which the choice is written to
 * @param gpus finds the NVIDIA GPUs that are visible
 * @param capabilities asks for the compute capability of each GPU by UUID, such as 8.0
 * @param driver asks whether the driver's library for CUDA can be loaded
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
