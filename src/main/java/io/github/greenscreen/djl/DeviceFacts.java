package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.github.greenscreen.engine.EngineInUse;
import io.github.greenscreen.power.Gpu;
import io.github.greenscreen.training.Preparation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a run folder records about the device and the engine. */
final class DeviceFacts {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private DeviceFacts() {}

  /** Return facts on {@code device}, keyed as in {@code status.yaml}. */
  static Map<String, String> of(Device device) {
    return of(device, Gpu.visible(System.getenv()));
  }

  /** Do so where the driver shows the GPUs {@code visible}. */
  static Map<String, String> of(Device device, List<Gpu> visible) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (device.isGpu()) {
      describe(device, visible, facts);
    } else {
      facts.put("device", cpuName());
    }
    Devices.unused(device, visible, EngineInUse.gpuUnused())
        .ifPresent(why -> facts.put(Preparation.GPU_UNUSED, why));
    facts.put("djl", Engine.getDjlVersion());
    facts.put("pytorch", Engine.getEngine("PyTorch").getVersion());
    facts.put("threads", Integer.toString(JniUtils.getNumThreads()));
    return facts;
  }

  /**
   * The engine counts visible GPUs as the driver does as long as CUDA orders them by bus, for which
   * the launcher script sees.
   */
  private static void describe(Device device, List<Gpu> gpus, Map<String, String> facts) {
    int number = device.getDeviceId();
    facts.put("device", number < gpus.size() ? gpus.get(number).name() : "GPU " + number);
    if (number < gpus.size()) {
      facts.put("device_uuid", gpus.get(number).uuid());
      facts.put("driver", gpus.get(number).driver());
    }
    EngineInUse.cuda().ifPresent(version -> facts.put("cuda", version));
  }

  /** Return the processor's name, or its architecture where the system does not tell. */
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
