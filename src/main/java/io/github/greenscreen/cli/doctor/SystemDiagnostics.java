package io.github.greenscreen.cli.doctor;

import io.github.greenscreen.cli.support.CliContext;
import io.github.greenscreen.cli.support.VersionProvider;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.training.engine.ProcessorCaches;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks the machine, from Java to the data sets, for {@code doctor}. */
final class SystemDiagnostics {
  private static final double GIB = 1024.0 * 1024 * 1024;

  private final CliContext context;
  private final Optional<Path> data;
  private final List<MeterChoice> meters;
  private final boolean named;
  private final CheckResult engine;

  /**
   * Check the data sets in {@code data}, or in the cache if empty, and {@code meters}. If the
   * meters were {@code named} by the user, each silent one is reported. {@code engine} is the
   * result of the PyTorch check.
   */
  SystemDiagnostics(
      CliContext context,
      Optional<Path> data,
      List<MeterChoice> meters,
      boolean named,
      CheckResult engine) {
    this.engine = engine;
    this.named = named;
    this.context = context;
    this.data = data;
    this.meters = List.copyOf(meters);
  }

  List<CheckResult> findings() throws InterruptedException {
    List<CheckResult> findings = new ArrayList<>();
    findings.add(CheckResult.ok("greenscreen", new VersionProvider().of("greenscreen")));
    findings.add(CheckResult.ok("Java", java()));
    findings.add(CheckResult.ok("system", system()));
    findings.add(CheckResult.ok("memory", memory()));
    findings.add(CheckResult.ok("caches", ProcessorCaches.ofMachine().description()));
    findings.add(engine);
    findings.addAll(EngineCheck.of(context.trainer(), context.selfTest()));
    findings.addAll(MeterCheck.findings(context, meters, named));
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
