package io.github.greenscreen.djl;

import ai.djl.Device;
import io.github.greenscreen.djl.device.DeviceFacts;
import io.github.greenscreen.djl.selftest.SelfTestResult;
import io.github.greenscreen.engine.EngineInUse;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.Freeze;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of a training before its first epoch. */
record TrainingDescription(TrainingJob job, TrainingComponents parts) {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingDescription.class);

  /** Names of the graph executors of TorchScript in the facts. */
  private static final String PROFILING = "profiling";

  private static final String PLAIN = "plain";

  /** Describe the network, {@code device}, and what is computed in other ways than asked. */
  EngineInfo of(Device device, SelfTestResult selfTest) {
    return new EngineInfo(
        parts.architecture.size(parts.side(job.images())), facts(device, selfTest), effective());
  }

  private Map<String, String> facts(Device device, SelfTestResult selfTest) {
    Hyperparameters how = job.hyperparameters();
    Map<String, String> facts = DeviceFacts.of(device);
    if (facts.containsKey(EngineInfo.GPU_UNUSED) && !EngineInUse.cpuAsked()) {
      LOG.warn("{}; run 'greenscreen doctor' for advice", facts.get(EngineInfo.GPU_UNUSED));
    }
    selfTest.workaround().ifPresent(workaround -> note(facts, workaround));
    facts.put("memory_format", parts.network.memoryFormat().configName());
    facts.put(
        "graph_executor", how.internal() == ExecutionMode.JIT_COMPILATION ? PROFILING : PLAIN);
    facts.putAll(parts.weights.facts());
    if (how.freeze() != Freeze.NONE) {
      facts.put("trainable_parameters", Long.toString(parts.source.parameterCount()));
    }
    return facts;
  }

  private Map<String, String> effective() {
    Map<String, String> effective = new LinkedHashMap<>(parts.weights.effective());
    effective.putAll(PrecisionPolicy.effective(job.hyperparameters().precision(), parts.format));
    return effective;
  }

  private static void note(Map<String, String> facts, String workaround) {
    LOG.warn("{}", workaround);
    facts.put(EngineInfo.ENGINE_WORKAROUND, workaround);
  }
}
