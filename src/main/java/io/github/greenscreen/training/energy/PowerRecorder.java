package io.github.greenscreen.training.energy;

import io.github.greenscreen.power.MeterFacts;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.power.PowerTrace;
import io.github.greenscreen.power.SamplesByMeter;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.run.model.IdlePowers;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Collects the readings of the meter during a run. */
public final class PowerRecorder implements AutoCloseable {
  private static final String METER = "meter";

  /** Enough to diagnose a problem; the log has them all. */
  private static final int MAX_COMPLAINTS = 5;

  private final PowerMeter meter;
  private final PowerSampler sampler;
  private final Duration period;

  /** Record the readings of {@code meter} by {@code sampler} every {@code period}. */
  public PowerRecorder(PowerMeter meter, PowerSampler sampler, Duration period) {
    this.meter = meter;
    this.sampler = sampler;
    this.period = period;
  }

  /** Wait for the first reading, at most {@code timeout}; continue without it if interrupted. */
  public void awaitFirstReading(Duration timeout) {
    try {
      sampler.awaitFirstReading(timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Return the power of the meter that answers now. */
  public PowerTrace trace() {
    SamplesByMeter samples = samples();
    return samples.trace(samples.counted(0, trace -> 0));
  }

  /**
   * Return the power of the meter that counts between two moments, in milliseconds since 1970: the
   * best one that covers this time.
   */
  public PowerTrace trace(long fromMillis, long toMillis) {
    EnergyAccumulator account = new EnergyAccumulator();
    account.add(fromMillis, toMillis);
    return trace(account);
  }

  private PowerTrace trace(EnergyAccumulator account) {
    SamplesByMeter samples = samples();
    return samples.trace(counted(samples, account));
  }

  private static String counted(SamplesByMeter samples, EnergyAccumulator account) {
    return samples.counted(
        RunEnergy.MIN_COVERAGE_PERCENT / 100, trace -> account.sum(trace).sampledShare());
  }

  private SamplesByMeter samples() {
    return SamplesByMeter.of(sampler.samples(), meter, sampler.cadence());
  }

  /** Return the source of the power read so far. */
  public PowerSource source() {
    return PowerSource.of(sampler.samples(), meter.facts());
  }

  /** Return the meter that answers, or {@code none}, and any errors of meters. */
  public Map<String, String> meterFacts() {
    Map<String, String> facts = new LinkedHashMap<>();
    boolean answers = !sampler.samples().isEmpty();
    facts.put(METER, answers ? meter.name() : NullMeter.NAME);
    if (answers) {
      facts.put("meter_period_s", seconds(period.toMillis() / 1000.0));
      facts.put(MeterFacts.SOURCE, source().configName());
      facts.putAll(meter.facts());
    }
    if (!meter.errorLog().isEmpty()) {
      facts.put("power_trouble", error(meter.errorLog()));
    }
    return facts;
  }

  /** Return the totals of the time in {@code account}. */
  public EnergyTotals sum(EnergyAccumulator account) {
    return account.sum(trace(account)).counting(sampler.samples().size(), sampler.failedReads());
  }

  /**
   * Return the energy of {@code earlier} attempts and of the time in {@code account}, given the
   * {@code idle} power if it is known and of the same devices, with its coverage; empty if no meter
   * answered. Energy that is shared according to {@code limits} is incomplete.
   */
  public Map<String, String> energyFacts(
      EnergyTotals earlier,
      EnergyAccumulator account,
      Optional<IdlePowers> idle,
      RunLimits limits) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (sampler.samples().isEmpty() && !meter.errorLog().isEmpty()) {
      facts.put("power_failed_reads", Integer.toString(sampler.failedReads()));
      facts.putAll(RunEnergy.unmeasuredFacts(meter.name() + " returned no power"));
    }
    EnergyTotals own = sum(account);
    EnergyTotals sum = earlier.plus(own);
    if (sum.seconds() > 0 && sum.samples() > 0) {
      String counted = counted(samples(), account);
      if (!sampler.samples().isEmpty()) {
        facts.put(METER, counted);
      }
      double idleW =
          idle.filter(power -> MeterChoice.readSame(power.meter(), counted))
              .map(IdlePowers::powerW)
              .orElse(Double.NaN);
      RunEnergy total = EnergyAccumulator.total(sum, idleW);
      facts.put("power_samples", Integer.toString(sum.samples()));
      peak(counted)
          .ifPresent(watts -> facts.put("power_peak_W", String.format(Locale.ROOT, "%.2f", watts)));
      facts.put("power_failed_reads", Integer.toString(sum.failedReads()));
      facts.put("power_gaps", Integer.toString(sum.gaps()));
      facts.put("power_longest_gap_s", seconds(sum.longestGapSeconds()));
      facts.putAll(total.sharing(limits.shared()).toFacts());
      if (sum.repeatedWh() > 0) {
        facts.put("energy_repeated_Wh", String.format(Locale.ROOT, "%.6f", sum.repeatedWh()));
      }
      if (own.seconds() > 0) {
        account
            .both(trace(account))
            .map(both -> earlier.seconds() > 0 ? both.ofLastAttempt() : both)
            .ifPresent(both -> facts.putAll(both.toFacts()));
      }
    }
    return facts;
  }

  /** Return the highest simultaneous power of all devices of {@code name}, in watts. */
  private OptionalDouble peak(String name) {
    List<PowerSample> samples =
        sampler.samples().stream().filter(s -> meter.meterOf(s.device()).equals(name)).toList();
    long devices = samples.stream().map(PowerSample::device).distinct().count();
    return samples.stream()
        .filter(sample -> !Double.isNaN(sample.powerW()))
        .collect(Collectors.groupingBy(PowerSample::timeMillis))
        .values()
        .stream()
        .filter(moment -> moment.size() == devices)
        .mapToDouble(moment -> moment.stream().mapToDouble(PowerSample::powerW).sum())
        .max();
  }

  /** Take a last reading and stop. */
  @Override
  public void close() {
    sampler.close();
  }

  private static String error(List<String> errorLog) {
    String text = String.join("; ", errorLog.stream().limit(MAX_COMPLAINTS).toList());
    int more = errorLog.size() - MAX_COMPLAINTS;
    return more > 0 ? text + "; and " + more + " more" : text;
  }

  private static String seconds(double seconds) {
    BigDecimal value = BigDecimal.valueOf(seconds);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
