package io.github.greenscreen.cli;

import io.github.greenscreen.power.MeterChoice;
import io.github.greenscreen.power.MeterFacts;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the machine, from Java to the data sets. */
final class Checkup {
  private static final double GIB = 1024.0 * 1024 * 1024;

  private final Parts parts;
  private final Optional<Path> data;

  /** Look at the data sets in {@code data} besides those of the cache. */
  Checkup(Parts parts, Optional<Path> data) {
    this.parts = parts;
    this.data = data;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ok("greenscreen", new Versions().of("greenscreen")));
    findings.add(Finding.ok("Java", java()));
    findings.add(Finding.ok("system", system()));
    findings.add(Finding.ok("memory", memory()));
    findings.addAll(EngineCheck.of(parts.trainer()));
    findings.add(meter());
    findings.addAll(DataSheet.findings(data));
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

  private Finding meter() {
    try (PowerMeter meter = parts.meter().apply(MeterChoice.AUTO)) {
      List<PowerSample> samples = meter.read();
      long devices = samples.stream().filter(s -> Double.isFinite(s.powerW())).count();
      return devices > 0
          ? Finding.ok("power meter", meter.name() + ", " + readings(samples) + origin(meter))
          : Finding.missing(
              "power meter",
              "none answers",
              "energy will be N/A and runs are ranked by time; install the NVIDIA driver with"
                  + " nvidia-smi on a machine with an NVIDIA GPU, or choose a meter by --meter of"
                  + " train and sweep");
    }
  }

  /** Return what the readings are, where the meter knows. */
  private static String origin(PowerMeter meter) {
    Map<String, String> facts = meter.facts();
    return Stream.of("power_field", "power_driver", MeterFacts.COUNTER)
        .filter(facts::containsKey)
        .map(name -> ", " + name + " " + facts.get(name))
        .collect(Collectors.joining());
  }

  private static String readings(List<PowerSample> samples) {
    return String.join(
        ", ",
        samples.stream().map(s -> s.device() + " " + Values.number(s.powerW(), 1, " W")).toList());
  }
}
