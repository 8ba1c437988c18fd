package io.github.greenscreen.djl.device;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.github.greenscreen.engine.EngineInUse;
import io.github.greenscreen.power.nvidia.ComputeCapability;
import io.github.greenscreen.power.nvidia.Gpu;
import io.github.greenscreen.training.engine.EngineInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The properties of the device and the engine that a run folder records. */
public final class DeviceFacts {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final String UUID = "device_uuid";
  private static final String CONVOLUTIONS = "float32_convolutions";
  private static final Pattern CAPABILITY = Pattern.compile("(\\d{1,3})\\.\\d{1,3}");

  /** Major compute capability of Ampere. */
  private static final int FIRST_WITH_TF32 = 8;

  private DeviceFacts() {}

  /** Return the properties of {@code device}, keyed as in {@code status.yaml}. */
  public static Map<String, String> of(Device device) {
    Map<String, String> environment = System.getenv();
    Map<String, String> capabilities =
        device.isGpu() ? ComputeCapability.byUuid(environment) : Map.of();
    return of(device, Gpu.visible(environment), capabilities, environment);
  }

  /**
   * Return the properties of {@code device}, given the GPUs {@code visible} to the driver.
   *
   * @param capabilities compute capabilities by UUID, as far as the driver reports them
   * @param environment variables that CUDA follows
   */
  public static Map<String, String> of(
      Device device,
      List<Gpu> visible,
      Map<String, String> capabilities,
      Map<String, String> environment) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (device.isGpu()) {
      describe(device, visible, facts);
      String capability = capabilities.getOrDefault(facts.getOrDefault(UUID, ""), "");
      convolutions(capability, environment, EngineInUse.ieeeConvolutions())
          .ifPresent(how -> facts.put(CONVOLUTIONS, how));
    } else {
      facts.put("device", cpuName());
    }
    Devices.unused(device, visible, EngineInUse.gpuUnused())
        .ifPresent(reason -> facts.put(EngineInfo.GPU_UNUSED, reason));
    facts.put("djl", Engine.getDjlVersion());
    facts.put("pytorch", Engine.getEngine("PyTorch").getVersion());
    facts.put("threads", Integer.toString(JniUtils.getNumThreads()));
    return facts;
  }

  /**
   * The engine numbers visible GPUs as the driver does if CUDA orders them by bus, which the
   * launcher script ensures.
   */
  private static void describe(Device device, List<Gpu> gpus, Map<String, String> facts) {
    int number = device.getDeviceId();
    facts.put("device", number < gpus.size() ? gpus.get(number).name() : "GPU " + number);
    if (number < gpus.size()) {
      facts.put(UUID, gpus.get(number).uuid());
      facts.put("driver", gpus.get(number).driver());
    }
    EngineInUse.cuda().ifPresent(version -> facts.put("cuda", version));
  }

  /**
   * Return how a GPU multiplies the float32 numbers of convolutions: {@code tf32} with 10 bits of
   * their mantissas, as PyTorch allows cuDNN to do, or {@code ieee}. Empty for GPUs before Ampere,
   * which do not support TF32, and if the compute capability is unknown.
   *
   * @param capability compute capability such as {@code 8.0}
   * @param environment environment variables; {@code NVIDIA_TF32_OVERRIDE=0} forbids TF32
   * @param ieee whether the user forbids TF32
   */
  static Optional<String> convolutions(
      String capability, Map<String, String> environment, boolean ieee) {
    Matcher version = CAPABILITY.matcher(capability);
    if (!version.matches() || Integer.parseInt(version.group(1)) < FIRST_WITH_TF32) {
      return Optional.empty();
    }
    boolean forbidden = ieee || "0".equals(environment.get("NVIDIA_TF32_OVERRIDE"));
    return Optional.of(forbidden ? "ieee" : "tf32");
  }

  /** Return the name of the processor, or its architecture if the system does not report a name. */
  static String cpuName() {
    try (Stream<String> lines = Files.lines(CPU_INFO, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }
}
