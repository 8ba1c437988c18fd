package io.github.greenscreen.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an engine knows once it is ready to train.
 *
 * @param parameterCount trainable parameters of the network
 * @param facts in order of interest: device, device_uuid, djl, pytorch, threads and so on, for
 *     {@code status.yaml}
 * @param effective what is really used where it differs from what was asked, for instance {@code
 *     precision_effective: bfloat16}
 */
public record EngineInfo(
    long parameterCount, Map<String, String> facts, Map<String, String> effective) {
  /** The fact that says why a GPU that the driver shows does not train. */
  public static final String GPU_UNUSED = "gpu_unused";

  /** The fact that names settings of the engine other than the fastest, and why they are needed. */
  public static final String ENGINE_WORKAROUND = "engine_workaround";

  public EngineInfo {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    effective = Collections.unmodifiableMap(new LinkedHashMap<>(effective));
  }
}
