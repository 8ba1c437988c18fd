package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a run folder records about the device and the engine. */
final class DeviceFacts {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private DeviceFacts() {}

  /** Return facts on {@code device}, keyed as in {@code status.yaml}. */
  static Map<String, String> of(Device device) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("device", device.isGpu() ? "GPU " + device.getDeviceId() : cpuName());
    if (device.isGpu()) {
      facts.put("cuda", CudaUtils.getCudaVersionString());
    }
    facts.put("djl", Engine.getDjlVersion());
    facts.put("pytorch", Engine.getEngine("PyTorch").getVersion());
    facts.put("threads", Integer.toString(JniUtils.getNumThreads()));
    return facts;
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
