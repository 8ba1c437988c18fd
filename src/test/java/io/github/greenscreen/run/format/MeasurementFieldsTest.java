package io.github.greenscreen.run.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.model.ConstraintViolation;
import io.github.greenscreen.run.model.EnergyCounterReading;
import io.github.greenscreen.run.model.IdlePowers;
import io.github.greenscreen.run.model.PowerSampling;
import io.github.greenscreen.run.model.ProfileResult;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunMeasurements;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasurementFieldsTest {
  private static final RunMeasurements ALL =
      new RunMeasurements(
          Optional.of(new IdlePowers(36.25, 45.5, "nvml")),
          new RunEnergy(12.5, 36.25, 12.25, 80, "samples were lost"),
          Optional.of(new PowerSampling(120, 251.25, 3, 2, 5.5, 0.125)),
          Optional.of(new EnergyCounterReading(10.5, 10.25, 0.9762, "counter")),
          Optional.of(new ProfileResult(101.5, 900)),
          Optional.of(new ConstraintViolation("power_W", 260.5)));

  @Test
  void format_everything_namesUnits() {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("idle_power_W", "36.25");
    expected.put("idle_context_power_W", "45.5");
    expected.put("idle_power_meter", "nvml");
    expected.put("power_samples", "120");
    expected.put("power_peak_W", "251.25");
    expected.put("power_failed_reads", "3");
    expected.put("power_gaps", "2");
    expected.put("power_longest_gap_s", "5.5");
    expected.put("power_coverage_percent", "80.0");
    expected.put("energy_gross_Wh", "12.500000");
    expected.put("energy_net_Wh", "12.250000");
    expected.put("energy_incomplete", "samples were lost");
    expected.put("energy_repeated_Wh", "0.125000");
    expected.put("energy_trapezoids_Wh", "10.500000");
    expected.put("energy_counter_Wh", "10.250000");
    expected.put("energy_counter_ratio", "0.9762");
    expected.put("energy_source", "counter");
    expected.put("profile_power_W", "101.5");
    expected.put("profile_gpu_memory_MiB", "900");
    expected.put("broken_limit", "power_W");
    expected.put("broken_limit_measured", "260.5");
    assertThat(MeasurementFields.format(ALL)).containsExactlyEntriesOf(expected);
  }

  @Test
  void take_whatFormatWrote_isTheSame() {
    assertThat(readAgain(ALL)).isEqualTo(ALL);
    assertThat(readAgain(RunMeasurements.NONE)).isEqualTo(RunMeasurements.NONE);
  }

  @Test
  void format_withoutIdlePower_hasNoNetEnergy() {
    RunEnergy energy = new RunEnergy(12.5, Double.NaN, Double.NaN, 100, "");
    assertThat(MeasurementFields.format(measured(energy, Optional.empty())))
        .containsOnlyKeys("power_coverage_percent", "energy_gross_Wh");
  }

  @Test
  void take_idlePowerOfOtherDevices_isNotThatOfTheEnergy() {
    RunMeasurements measured =
        measured(new RunEnergy(12.5, Double.NaN, Double.NaN, 100, ""), Optional.empty())
            .withIdle(Optional.of(new IdlePowers(36.25, Double.NaN, "rapl")));
    assertThat(readAgain(measured)).isEqualTo(measured);
    assertThat(readAgain(measured).energy().isLessThanIdle()).isFalse();
  }

  @Test
  void take_netEnergyBelowZero_isUnknown() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("energy_gross_Wh", "0.5");
    entries.put("idle_power_W", "60");
    entries.put("energy_net_Wh", "-0.5");

    RunEnergy energy = MeasurementFields.take(entries).energy();

    assertThat(energy.netWh()).isNaN();
    assertThat(energy.isComplete()).isTrue();
    assertThat(MeasurementFields.format(measured(energy, Optional.empty())))
        .containsEntry("energy_net_Wh", "N/A");
  }

  @Test
  void format_meterWithoutPower_countsFailuresOnly() {
    RunEnergy energy = RunEnergy.unmeasured("nvml returned no power");
    RunMeasurements failed = measured(energy, Optional.of(PowerSampling.failed(7)));
    assertThat(MeasurementFields.format(failed))
        .containsExactly(
            Map.entry("power_failed_reads", "7"),
            Map.entry("energy_incomplete", "nvml returned no power"));
    assertThat(readAgain(failed)).isEqualTo(failed);
  }

  @Test
  void format_idlePowerOfAWaitingRun_isReadAgain() {
    RunMeasurements waiting = RunMeasurements.NONE.withIdle(Optional.of(new IdlePowers(36.1234)));
    assertThat(MeasurementFields.format(waiting))
        .containsExactly(Map.entry("idle_power_W", "36.123"));
    assertThat(readAgain(waiting).idlePowerW()).isEqualTo(36.123);
    assertThat(readAgain(waiting).energy().idlePowerW()).isEqualTo(36.123);
  }

  private static RunMeasurements measured(RunEnergy energy, Optional<PowerSampling> sampling) {
    return RunMeasurements.NONE.withEnergy(energy, sampling, Optional.empty());
  }

  private static RunMeasurements readAgain(RunMeasurements measured) {
    return MeasurementFields.take(new LinkedHashMap<>(MeasurementFields.format(measured)));
  }
}
