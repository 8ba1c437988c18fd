package io.github.greenscreen.doctor;

import io.github.greenscreen.power.CounterTrace;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.PowerTrace;
import io.github.greenscreen.power.PowerWindow;
import io.github.greenscreen.training.engine.EngineAcceptance.Check;
import io.github.greenscreen.training.engine.EngineAcceptance.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares all power meters with each other and with energy counters, on the idle and on the busy
 * machine.
 */
final class AcceptanceMeters implements AutoCloseable {
  private static final String PART = "meters";

  /** Maximum relative deviation of an energy counter, or of another meter of the same devices. */
  private static final double MAX_OFF = 0.05;

  private final Map<PowerMeter, PowerSampler> samplers = new LinkedHashMap<>();
  private long idleBegin;
  private long idleEnd;
  private long workEnd;

  /** Start sampling {@code meters} every {@code period}. */
  AcceptanceMeters(List<PowerMeter> meters, Duration period) {
    meters.forEach(meter -> samplers.put(meter, PowerSampler.start(meter, period, reading -> {})));
  }

  /** Measure the idle machine for {@code time}; return at once if there are no meters. */
  void idle(Duration time) throws InterruptedException {
    idleBegin = System.currentTimeMillis();
    if (!samplers.isEmpty()) {
      Thread.sleep(time.toMillis());
    }
    idleEnd = System.currentTimeMillis();
  }

  /** Record that the work after the idle time has ended. */
  void worked() {
    workEnd = System.currentTimeMillis();
  }

  /** Return the results of all checks. */
  List<Check> checks() {
    if (samplers.isEmpty()) {
      return List.of(
          new Check(
              Verdict.SKIPPED,
              PART,
              "power and energy",
              "no power meter found; run 'greenscreen doctor' for details"));
    }
    List<Check> checks = new ArrayList<>();
    Map<String, Double> means = new LinkedHashMap<>();
    samplers.forEach(
        (meter, sampler) -> {
          PowerTrace trace = PowerTrace.of(sampler.samples(), sampler.cadence());
          PowerWindow work = trace.between(idleEnd, workEnd);
          means.put(meter.name(), work.meanPowerW());
          checks.add(power(meter.name(), trace.between(idleBegin, idleEnd), work));
          trace.counters().forEach(counter -> checks.add(counter(meter.name(), counter)));
        });
    sideBySide(means, checks);
    return checks;
  }

  private static Check power(String meter, PowerWindow idle, PowerWindow work) {
    return new Check(
        work.sampledSeconds() > 0 ? Verdict.PASSED : Verdict.FAILED,
        PART,
        meter,
        String.format(
            Locale.ROOT,
            "%.1f W idle, %.1f W on average in %.0f s of checks, %.0f s of them sampled",
            idle.meanPowerW(),
            work.meanPowerW(),
            work.seconds(),
            work.sampledSeconds()));
  }

  private Check counter(String meter, CounterTrace counter) {
    double counted = counter.energyWh(idleEnd, workEnd);
    double integral = counter.power().bridged().between(idleEnd, workEnd).energyWh();
    double ratio = counted / integral;
    return new Check(
        Math.abs(ratio - 1) <= MAX_OFF ? Verdict.PASSED : Verdict.FAILED,
        PART,
        "%s, counter of %s".formatted(meter, counter.device()),
        String.format(
            Locale.ROOT,
            "%.3f Wh counted, %.3f Wh integrated from power samples: ratio %.3f, 0.95 to "
                + "1.05 allowed",
            counted,
            integral,
            ratio));
  }

  /** Compare both meters of an NVIDIA GPU, which read the same sensors. */
  private static void sideBySide(Map<String, Double> means, List<Check> checks) {
    Double library = means.get("nvml");
    Double tool = means.get("nvidia-smi");
    if (library == null || tool == null) {
      checks.add(
          new Check(
              Verdict.SKIPPED,
              PART,
              "nvml against nvidia-smi",
              "not both of these meters are available"));
      return;
    }
    double ratio = library / tool;
    checks.add(
        new Check(
            Math.abs(ratio - 1) <= MAX_OFF ? Verdict.PASSED : Verdict.FAILED,
            PART,
            "nvml against nvidia-smi",
            String.format(
                Locale.ROOT,
                "%.1f W and %.1f W: ratio %.3f, 0.95 to 1.05 allowed",
                library,
                tool,
                ratio)));
  }

  @Override
  public void close() {
    samplers.values().forEach(PowerSampler::close);
  }
}
