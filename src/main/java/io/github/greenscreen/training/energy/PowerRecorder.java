package io.github.greenscreen.training.energy;

import io.github.greenscreen.power.MeterFacts;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.power.PowerTrace;
import io.github.greenscreen.power.SamplesByMeter;
import io.github.greenscreen.power.TotalPower;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.run.model.EnergyCounterReading;
import io.github.greenscreen.run.model.IdlePowers;
import io.github.greenscreen.run.model.PowerSampling;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   * Return the entry for the meter whose energy counts, of {@code earlier} attempts and of the time
   * in {@code account}; none if no meter answered.
   */
  public Map<String, String> countedMeter(EnergyTotals earlier, EnergyAccumulator account) {
    EnergyTotals sum = earlier.plus(sum(account));
    boolean known = sum.seconds() > 0 && sum.samples() > 0 && !sampler.samples().isEmpty();
    return known ? Map.of(METER, counted(samples(), account)) : Map.of();
  }

  /**
   * Return the measurements in {@code status}, completed by the energy of {@code earlier} attempts
   * and of the time in {@code account}. An idle power of other devices gives no net energy; energy
   * of a shared device is incomplete.
   */
  public RunMeasurements measure(
      EnergyTotals earlier, EnergyAccumulator account, RunStatus status) {
    RunMeasurements known = status.measurements();
    EnergyTotals own = sum(account);
    EnergyTotals sum = earlier.plus(own);
    if (sum.seconds() > 0 && sum.samples() > 0) {
      String counted = counted(samples(), account);
      RunEnergy total = EnergyAccumulator.total(sum, idleW(known, counted));
      return known.withEnergy(
          total.sharing(status.limits().shared()),
          Optional.of(sampling(sum, counted)),
          own.seconds() > 0 ? counter(earlier, account) : Optional.empty());
    }
    if (sampler.samples().isEmpty() && !meter.errorLog().isEmpty()) {
      return known.withEnergy(
          RunEnergy.unmeasured(meter.name() + " returned no power"),
          Optional.of(PowerSampling.failed(sampler.failedReads())),
          Optional.empty());
    }
    return known;
  }

  private static double idleW(RunMeasurements known, String counted) {
    return known
        .idle()
        .filter(power -> MeterChoice.readSame(power.meter(), counted))
        .map(IdlePowers::powerW)
        .orElse(Double.NaN);
  }

  private PowerSampling sampling(EnergyTotals sum, String counted) {
    double peakW =
        samples().trace(counted).total().stream()
            .mapToDouble(TotalPower::watts)
            .filter(Double::isFinite)
            .max()
            .orElse(Double.NaN);
    return new PowerSampling(
        sum.samples(),
        peakW,
        sum.failedReads(),
        sum.gaps(),
        sum.longestGapSeconds(),
        sum.repeatedWh());
  }

  private Optional<EnergyCounterReading> counter(EnergyTotals earlier, EnergyAccumulator account) {
    return account
        .both(trace(account))
        .map(reading -> earlier.seconds() > 0 ? reading.ofLastAttempt() : reading);
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
