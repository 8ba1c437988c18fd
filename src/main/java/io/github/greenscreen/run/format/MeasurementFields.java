package io.github.greenscreen.run.format;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.run.model.ConstraintViolation;
import io.github.greenscreen.run.model.EnergyCounterReading;
import io.github.greenscreen.run.model.IdlePowers;
import io.github.greenscreen.run.model.PowerSampling;
import io.github.greenscreen.run.model.ProfileResult;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunMeasurements;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes the measurements of a run among the entries of {@code status.yaml}. Numbers that
 * cannot be read count as not measured.
 */
public final class MeasurementFields {
  private static final String IDLE = "idle_power_W";
  private static final String IDLE_CONTEXT = "idle_context_power_W";
  private static final String IDLE_METER = "idle_power_meter";
  private static final String SAMPLES = "power_samples";
  private static final String PEAK = "power_peak_W";
  private static final String FAILED_READS = "power_failed_reads";
  private static final String GAPS = "power_gaps";
  private static final String LONGEST_GAP = "power_longest_gap_s";
  private static final String COVERAGE = "power_coverage_percent";
  private static final String GROSS = "energy_gross_Wh";
  private static final String NET = "energy_net_Wh";
  private static final String INCOMPLETE = "energy_incomplete";
  private static final String REPEATED = "energy_repeated_Wh";
  private static final String TRAPEZOIDS = "energy_trapezoids_Wh";
  private static final String COUNTER = "energy_counter_Wh";
  private static final String COUNTER_RATIO = "energy_counter_ratio";
  private static final String COUNTER_SOURCE = "energy_source";
  private static final String PROFILE_POWER = "profile_power_W";
  private static final String PROFILE_MEMORY = "profile_gpu_memory_MiB";
  private static final String VIOLATION = "broken_limit";
  private static final String VIOLATION_MEASURED = "broken_limit_measured";

  private final Map<String, String> entries;

  private MeasurementFields(Map<String, String> entries) {
    this.entries = entries;
  }

  /** Return the entries of {@code measured}; what is unknown is left out. */
  public static Map<String, String> format(RunMeasurements measured) {
    MeasurementFields fields = new MeasurementFields(new LinkedHashMap<>());
    fields.putIdle(measured);
    measured.sampling().ifPresent(fields::put);
    fields.put(measured.energy());
    measured.sampling().ifPresent(fields::putRepeated);
    measured.counter().ifPresent(fields::put);
    measured.profile().ifPresent(fields::put);
    measured.violation().ifPresent(fields::put);
    return fields.entries;
  }

  /** Remove the measurements from {@code entries} and return them. */
  static RunMeasurements take(Map<String, String> entries) {
    MeasurementFields fields = new MeasurementFields(entries);
    double idleW = EntryReader.orNaN(entries, IDLE);
    return new RunMeasurements(
        fields.takeIdle(idleW),
        fields.takeEnergy(idleW),
        fields.takeSampling(),
        fields.takeCounter(),
        fields.takeProfile(),
        fields.takeViolation());
  }

  private void putIdle(RunMeasurements measured) {
    double energyIdleW = measured.energy().idlePowerW();
    IdlePowers idle = measured.idle().orElseGet(() -> new IdlePowers(energyIdleW));
    if (!Double.isNaN(idle.powerW())) {
      entries.put(IDLE, CsvNumberFormat.compact(idle.powerW()));
    }
    if (!Double.isNaN(idle.contextPowerW())) {
      entries.put(IDLE_CONTEXT, CsvNumberFormat.compact(idle.contextPowerW()));
    }
    if (!idle.meter().isEmpty()) {
      entries.put(IDLE_METER, idle.meter());
    }
  }

  private Optional<IdlePowers> takeIdle(double idleW) {
    double contextW = EntryReader.orNaN(entries, IDLE_CONTEXT);
    String meter = EntryReader.text(entries, IDLE_METER);
    return Double.isNaN(idleW)
        ? Optional.empty()
        : Optional.of(new IdlePowers(idleW, contextW, meter));
  }

  private void put(PowerSampling sampling) {
    if (sampling.samples() > 0) {
      entries.put(SAMPLES, Integer.toString(sampling.samples()));
      if (!Double.isNaN(sampling.peakW())) {
        entries.put(PEAK, String.format(Locale.ROOT, "%.2f", sampling.peakW()));
      }
    }
    entries.put(FAILED_READS, Integer.toString(sampling.failedReads()));
    if (sampling.samples() > 0) {
      entries.put(GAPS, Integer.toString(sampling.gaps()));
      entries.put(LONGEST_GAP, exact(sampling.longestGapSeconds()));
    }
  }

  private void putRepeated(PowerSampling sampling) {
    if (sampling.repeatedWh() > 0) {
      entries.put(REPEATED, String.format(Locale.ROOT, "%.6f", sampling.repeatedWh()));
    }
  }

  private Optional<PowerSampling> takeSampling() {
    boolean known = entries.containsKey(FAILED_READS) || entries.containsKey(PEAK);
    PowerSampling sampling =
        new PowerSampling(
            EntryReader.count(entries, SAMPLES),
            EntryReader.orNaN(entries, PEAK),
            EntryReader.count(entries, FAILED_READS),
            EntryReader.count(entries, GAPS),
            EntryReader.number(entries, LONGEST_GAP).orElse(0),
            EntryReader.number(entries, REPEATED).orElse(0));
    return known ? Optional.of(sampling) : Optional.empty();
  }

  private void put(RunEnergy energy) {
    if (!Double.isNaN(energy.coveragePercent())) {
      entries.put(COVERAGE, String.format(Locale.ROOT, "%.1f", energy.coveragePercent()));
    }
    if (!Double.isNaN(energy.grossWh()) || !Double.isNaN(energy.coveragePercent())) {
      entries.put(GROSS, CsvNumberFormat.measured(energy.grossWh(), 6));
      if (!Double.isNaN(energy.idlePowerW())) {
        entries.put(NET, CsvNumberFormat.measured(energy.netWh(), 6));
      }
    }
    if (!energy.incomplete().isEmpty()) {
      entries.put(INCOMPLETE, energy.incomplete());
    }
  }

  /** An idle power without a net energy beside the gross energy is that of other devices. */
  private RunEnergy takeEnergy(double idleW) {
    boolean ofSameDevices = entries.containsKey(NET) || !entries.containsKey(GROSS);
    return new RunEnergy(
        EntryReader.orNaN(entries, GROSS),
        ofSameDevices ? idleW : Double.NaN,
        EntryReader.orNaN(entries, NET),
        EntryReader.orNaN(entries, COVERAGE),
        EntryReader.text(entries, INCOMPLETE));
  }

  private void put(EnergyCounterReading counter) {
    entries.put(TRAPEZOIDS, CsvNumberFormat.measured(counter.trapezoidWh(), 6));
    entries.put(COUNTER, CsvNumberFormat.measured(counter.counterWh(), 6));
    entries.put(COUNTER_RATIO, CsvNumberFormat.measured(counter.ratio(), 4));
    entries.put(COUNTER_SOURCE, counter.source());
  }

  private Optional<EnergyCounterReading> takeCounter() {
    boolean known = entries.containsKey(COUNTER_SOURCE);
    EnergyCounterReading counter =
        new EnergyCounterReading(
            EntryReader.orNaN(entries, TRAPEZOIDS),
            EntryReader.orNaN(entries, COUNTER),
            EntryReader.orNaN(entries, COUNTER_RATIO),
            EntryReader.text(entries, COUNTER_SOURCE));
    return known ? Optional.of(counter) : Optional.empty();
  }

  private void put(ProfileResult profile) {
    if (Double.isFinite(profile.powerW())) {
      entries.put(PROFILE_POWER, CsvNumberFormat.significant(profile.powerW()));
    }
    if (Double.isFinite(profile.gpuMemoryMiB())) {
      entries.put(PROFILE_MEMORY, CsvNumberFormat.significant(profile.gpuMemoryMiB()));
    }
  }

  private Optional<ProfileResult> takeProfile() {
    boolean known = entries.containsKey(PROFILE_POWER) || entries.containsKey(PROFILE_MEMORY);
    ProfileResult profile =
        new ProfileResult(
            EntryReader.orNaN(entries, PROFILE_POWER), EntryReader.orNaN(entries, PROFILE_MEMORY));
    return known ? Optional.of(profile) : Optional.empty();
  }

  private void put(ConstraintViolation violation) {
    entries.put(VIOLATION, violation.metric());
    entries.put(VIOLATION_MEASURED, CsvNumberFormat.significant(violation.measured()));
  }

  private Optional<ConstraintViolation> takeViolation() {
    String metric = EntryReader.text(entries, VIOLATION);
    double measured = EntryReader.orNaN(entries, VIOLATION_MEASURED);
    return metric.isEmpty() || Double.isNaN(measured)
        ? Optional.empty()
        : Optional.of(new ConstraintViolation(metric, measured));
  }

  private static String exact(double seconds) {
    BigDecimal value = BigDecimal.valueOf(seconds);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
