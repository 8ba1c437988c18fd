package io.github.greenscreen.doctor;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.training.engine.EngineSelfTest;
import io.github.greenscreen.training.engine.ProcessorCaches;
import io.github.greenscreen.training.engine.Trainer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Checks the machine, from Java to the data sets. */
public final class SystemDiagnostics {
  private static final double GIB = 1024.0 * 1024 * 1024;

  private final String version;
  private final Supplier<Trainer> trainer;
  private final Supplier<EngineSelfTest> selfTest;
  private final Function<MeterChoice, PowerMeter> meter;

  /**
   * Create the checks.
   *
   * @param version version of the program
   * @param trainer creates the trainer of networks
   * @param selfTest creates the self-test of the engine on this machine
   * @param meter opens a power meter
   */
  public SystemDiagnostics(
      String version,
      Supplier<Trainer> trainer,
      Supplier<EngineSelfTest> selfTest,
      Function<MeterChoice, PowerMeter> meter) {
    this.version = version;
    this.trainer = trainer;
    this.selfTest = selfTest;
    this.meter = meter;
  }

  /**
   * Return the results of all checks.
   *
   * @param engine result of the check which build of PyTorch is used
   * @param meters meters to check
   * @param named whether the user named them, so that each silent one is reported
   * @param data folder of the data sets; empty for the cache
   */
  public List<CheckResult> findings(
      CheckResult engine, List<MeterChoice> meters, boolean named, Optional<Path> data)
      throws InterruptedException {
    List<CheckResult> findings = new ArrayList<>();
    findings.add(CheckResult.ok("greenscreen", version));
    findings.add(CheckResult.ok("Java", java()));
    findings.add(CheckResult.ok("system", system()));
    findings.add(CheckResult.ok("memory", memory()));
    findings.add(CheckResult.ok("caches", ProcessorCaches.ofMachine().description()));
    findings.add(engine);
    findings.addAll(EngineCheck.of(trainer, selfTest));
    findings.addAll(MeterCheck.findings(meter, meters, named));
    findings.addAll(DataSetCheck.findings(data));
    return findings;
  }

  private static String java() {
    return "%s (%s), %s"
        .formatted(
            System.getProperty("java.version"),
            System.getProperty("java.vendor"),
            System.getProperty("java.home"));
  }

  private static String system() {
    return "%s %s, %s cores"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors());
  }

  private static String memory() {
    long heap = Runtime.getRuntime().maxMemory();
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? String.format(
            Locale.ROOT,
            "%.1f GiB, of which Java may use %.1f",
            system.getTotalMemorySize() / GIB,
            heap / GIB)
        : String.format(Locale.ROOT, "Java may use %.1f GiB", heap / GIB);
  }
}
