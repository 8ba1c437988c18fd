package io.github.greenscreen.training.engine;

import io.github.greenscreen.run.model.NetworkSize;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Properties of an engine that is ready to train.
 *
 * @param network size of the network
 * @param facts in order of interest: device, device_uuid, djl, pytorch, threads and so on, for
 *     {@code status.yaml}
 * @param effective values in effect that differ from the requested ones, for instance {@code
 *     precision_effective: bfloat16}
 */
public record EngineInfo(
    NetworkSize network, Map<String, String> facts, Map<String, String> effective) {
  /** Key of the reason why a GPU that the driver reports is not used. */
  public static final String GPU_UNUSED = "gpu_unused";

  /** Key of engine settings that are not the fastest, with the reason for them. */
  public static final String ENGINE_WORKAROUND = "engine_workaround";

  public EngineInfo {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    effective = Collections.unmodifiableMap(new LinkedHashMap<>(effective));
  }
}
