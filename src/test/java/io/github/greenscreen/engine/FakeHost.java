package io.github.greenscreen.engine;

import io.github.greenscreen.power.nvidia.Gpu;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A machine of a test: Linux on x86-64 without a GPU, unless told otherwise. */
public final class FakeHost {
  private final Map<String, String> environment = new HashMap<>();
  private final Properties properties = new Properties();
  private final List<Gpu> gpus = new ArrayList<>();
  private final Map<String, String> capabilities = new HashMap<>();
  private boolean driver = true;
  private int looks;

  /** The user's home folder is {@code home}. */
  public FakeHost(Path home) {
    properties.setProperty("os.name", "Linux");
    properties.setProperty("os.arch", "amd64");
    properties.setProperty("user.home", home.toString());
  }

  /** Add a GPU of this compute capability, which is not known if it is empty. */
  public FakeHost gpu(String capability) {
    int number = gpus.size();
    gpus.add(new Gpu(number, "NVIDIA Test", "GPU-" + number, "570.00"));
    if (!capability.isEmpty()) {
      capabilities.put("GPU-" + number, capability);
    }
    return this;
  }

  /** Set a variable of the environment. */
  public FakeHost variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Set a system property. */
  public FakeHost property(String name, String value) {
    properties.setProperty(name, value);
    return this;
  }

  /** Have no library of the driver. */
  public FakeHost withoutDriver() {
    driver = false;
    return this;
  }

  /** Return a property, null if it is not set. */
  public String property(String name) {
    return properties.getProperty(name);
  }

  /** Return how often somebody has looked for GPUs. */
  public int looks() {
    return looks;
  }

  /** Return the machine. */
  public Host host() {
    return new Host(
        environment,
        properties,
        () -> {
          looks++;
          return List.copyOf(gpus);
        },
        () -> capabilities,
        () -> driver);
  }
}
