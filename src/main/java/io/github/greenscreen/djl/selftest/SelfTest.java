package io.github.greenscreen.djl.selftest;

import ai.djl.Device;
import io.github.greenscreen.data.CacheFolder;
import io.github.greenscreen.engine.EngineInUse;
import io.github.greenscreen.power.nvidia.Gpu;
import io.github.greenscreen.training.engine.EngineSelfTest;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the fastest settings with which the engine trains a workload on this machine. The first
 * time, it trains a few steps in a child process, which takes some seconds; later it reads the
 * stored result. Thread-safe.
 */
public final class SelfTest implements EngineSelfTest {
  private static final Logger LOG = LoggerFactory.getLogger(SelfTest.class);
  private static final String FOLDER = "self-test";

  private final Probe probe;
  private final List<EngineSettings> candidates;
  private final SelfTestStore store;
  private final Map<Workload, SelfTestResult> known = new HashMap<>();

  SelfTest(Probe probe, List<EngineSettings> candidates, SelfTestStore store) {
    this.probe = probe;
    this.candidates = List.copyOf(candidates);
    this.store = store;
  }

  /**
   * Return the self-test of this machine, for the build of PyTorch in use.
   *
   * @param mainClass main class that takes the arguments of {@link ChildProbe}
   * @param versions versions of greenscreen and its dependencies
   */
  public static SelfTest ofMachine(String mainClass, String versions) {
    Map<String, String> environment = System.getenv();
    List<Gpu> gpus = Gpu.visible(environment);
    boolean gpu = EngineInUse.cuda().isPresent() && !gpus.isEmpty();
    return new SelfTest(
        new ChildProbe(mainClass),
        EngineSettings.inOrder(gpu ? Device.gpu() : Device.cpu(), environment),
        new SelfTestStore(
            CacheFolder.standard().resolve(FOLDER),
            Machine.of(versions + " " + EngineInUse.options(), gpus, environment)));
  }

  /**
   * Return the first settings that work for {@code workload}. If all tests are inconclusive, return
   * the fastest settings and store nothing.
   *
   * @throws UnsupportedChoiceException if the engine fails with every setting
   */
  public synchronized SelfTestResult of(Workload workload) {
    SelfTestResult result = known.get(workload);
    if (result == null) {
      Optional<SelfTestResult> kept = store.find(workload);
      result = kept.orElseGet(() -> tryInOrder(workload));
      known.put(workload, result);
    }
    return result;
  }

  @Override
  public Outcome test(Hyperparameters hyperparameters) {
    SelfTestResult result = of(Workload.of(hyperparameters));
    return new Outcome(result.imagesPerSecond(), result.instructions(), result.workaround());
  }

  private SelfTestResult tryInOrder(Workload workload) {
    Set<String> reasons = new LinkedHashSet<>();
    boolean faulty = false;
    for (EngineSettings settings : candidates) {
      ProbeResult tried = probe.run(workload, settings);
      LOG.debug("self-test of {}, {}: {}", workload.text(), settings.text(), tried);
      if (tried.outcome() == ProbeResult.Outcome.INCONCLUSIVE) {
        return SelfTestResult.untested(candidates.get(0));
      }
      if (tried.outcome() == ProbeResult.Outcome.PASSED) {
        return passed(workload, settings, tried, reasons);
      }
      faulty |= tried.isFault();
      reasons.add(tried.detail());
    }
    if (faulty) {
      throw new UnsupportedChoiceException(
          ("PyTorch cannot train %s on this machine with any of the settings tried: it %s; run "
                  + "'greenscreen doctor', or choose another build of PyTorch with --engine")
              .formatted(workload.description(), String.join("; it ", reasons)));
    }
    // Ignore the exceptions: the training itself reports them better.
    return SelfTestResult.untested(candidates.get(0));
  }

  private SelfTestResult passed(
      Workload workload, EngineSettings settings, ProbeResult tried, Set<String> reasons) {
    SelfTestResult result =
        new SelfTestResult(
            settings, String.join(" and ", reasons), tried.imagesPerSecond(), tried.detail());
    store.keep(workload, result);
    return result;
  }
}
