package io.github.greenscreen.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PowerTraceTest {
  private static final double NONE = Double.NaN;
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void between_ofConstantPower_isPowerTimesTime() {
    PowerWindow window = PowerTrace.of(samples(0, 3600, t -> 100)).between(0, 3_600_000);
    assertThat(window.energyWh()).isCloseTo(100, within(1e-9));
    assertThat(window.meanPowerW()).isCloseTo(100, within(1e-9));
    assertThat(window.seconds()).isEqualTo(3600);
    assertThat(window.coveredSeconds()).isEqualTo(3600);
    assertThat(window.gaps()).isZero();
    assertThat(window.longestGapSeconds()).isZero();
  }

  @Test
  void between_ofRamp_isExactAlsoBetweenSamples() {
    PowerTrace trace = PowerTrace.of(samples(0, 100, t -> 3 * t));
    // The integral of 3 t from 10.25 s to 77.75 s is 1.5 × (77.75² − 10.25²) joules.
    double joules = 1.5 * (77.75 * 77.75 - 10.25 * 10.25);
    assertThat(trace.between(10_250, 77_750).energyWh()).isCloseTo(joules / 3600, within(1e-9));
    assertThat(trace.between(10_250, 77_750).meanPowerW()).isCloseTo(3 * 44, within(1e-9));
  }

  @Test
  void between_insideOneInterval_interpolatesBothEdges() {
    PowerTrace trace = PowerTrace.of(samples(0, 2, t -> 100 * t));
    assertThat(trace.between(1_200, 1_400).meanPowerW()).isCloseTo(130, within(1e-9));
  }

  @Test
  void counters_readAfterTheMomentOfThePower_countByTheirOwnMoments() {
    List<PowerSample> samples = new ArrayList<>();
    for (int second = 0; second <= 10; second++) {
      long now = second * 1000L;
      // Nothing until the fifth second, then 100 W.
      double joules = 100 * Math.max(0, second - 5);
      samples.add(new PowerSample(now - 500, "GPU 0", 50, NONE, NONE, NONE, joules, now));
    }
    CounterTrace counter = PowerTrace.of(samples).counters().get(0);
    assertThat(counter.energyWh(4_000, 5_000)).isZero();
    assertThat(counter.energyWh(5_000, 10_000)).isCloseTo(500 / 3600.0, within(1e-12));
  }

  @Test
  void between_ofSquareWave_isItsMean() {
    PowerTrace trace = PowerTrace.of(samples(0, 1000, t -> (long) (t / 5) % 2 == 0 ? 50 : 250));
    assertThat(trace.between(0, 1_000_000).meanPowerW()).isCloseTo(150, within(0.2));
  }

  @Test
  void between_ofNeighbouringWindows_addsUp() {
    Random random = new Random(7);
    PowerTrace trace = PowerTrace.of(samples(0, 60, t -> 100 + 200 * random.nextDouble()));
    double whole = trace.between(-1_500, 62_000).energyWh();
    double parts =
        trace.between(-1_500, 333).energyWh()
            + trace.between(333, 31_415).energyWh()
            + trace.between(31_415, 62_000).energyWh();
    assertThat(parts).isCloseTo(whole, within(1e-9));
  }

  @Test
  void total_twoDevicesReadInTurn_isInterpolated() {
    List<PowerSample> samples =
        List.of(
            sample(1000, "GPU 0", 100),
            sample(1500, "CPU 0", 50),
            sample(2000, "GPU 0", 120),
            sample(2500, "CPU 0", 60),
            sample(2500, "DRAM 0", NONE));
    assertThat(PowerTrace.of(samples).total())
        .containsExactly(
            new TotalPower(1000, 150),
            new TotalPower(1500, 160),
            new TotalPower(2000, 175),
            new TotalPower(2500, 180));
  }

  @Test
  void total_silenceOfAllDevices_isAGapWithAPointOfItsOwn() {
    List<PowerSample> samples = new ArrayList<>();
    IntStream.of(0, 1, 2, 3, 8, 14, 15).forEach(s -> samples.add(sample(1000L * s, "GPU 0", 90)));
    assertThat(PowerTrace.of(samples).total())
        .extracting(TotalPower::millis)
        .containsExactly(0L, 1000L, 2000L, 3000L, 8000L, 8001L, 14_000L, 15_000L);
    assertThat(PowerTrace.of(samples).total().get(5).watts()).isNaN();
  }

  @Test
  void total_oneDeviceFallsSilent_isUnknownAfterFivePeriodsAndTheLag() {
    List<PowerSample> samples = new ArrayList<>();
    IntStream.range(0, 20).forEach(s -> samples.add(sample(1000L * s, "GPU 0", 90)));
    IntStream.range(0, 4).forEach(s -> samples.add(sample(1000L * s, "GPU 1", 10)));
    List<TotalPower> total = PowerTrace.of(samples).total();
    assertThat(total.subList(0, 9)).extracting(TotalPower::watts).containsOnly(100.0);
    assertThat(total.subList(9, 20)).extracting(TotalPower::watts).containsOnly(NONE);
  }

  @Test
  void total_areaUnderTheCurve_isTheEnergy() {
    Random random = new Random(11);
    List<PowerSample> samples = new ArrayList<>();
    for (int i = 0; i <= 200; i++) {
      samples.add(sample(1000L * i, "GPU 0", 100 + 50 * random.nextDouble()));
      samples.add(sample(1000L * i + random.nextInt(900), "CPU 0", 30 * random.nextDouble()));
    }
    PowerTrace trace = PowerTrace.of(samples);
    List<TotalPower> total = trace.total();
    double joules = 0;
    for (int i = 1; i < total.size(); i++) {
      TotalPower from = total.get(i - 1);
      TotalPower to = total.get(i);
      joules += (from.watts() + to.watts()) / 2 * (to.millis() - from.millis()) / 1000;
    }
    long end = total.get(total.size() - 1).millis();
    assertThat(joules / 3600).isCloseTo(trace.between(0, end).energyWh(), within(1e-9));
  }

  @Test
  void between_beyondTheSamples_holdsThemForFivePeriodsAndAtTheEndForALag() {
    PowerTrace trace = PowerTrace.of(samples(10, 20, t -> 60), SECOND);
    PowerWindow held = trace.between(5_000, 25_500);
    assertThat(held.coveredSeconds()).isEqualTo(20.5);
    assertThat(held.energyWh()).isCloseTo(20.5 * 60 / 3600.0, within(1e-9));
    PowerWindow tooFar = trace.between(4_999, 25_501);
    assertThat(tooFar.coveredSeconds()).isEqualTo(10);
    assertThat(tooFar.gaps()).isEqualTo(2);
    assertThat(tooFar.longestGapSeconds()).isEqualTo(5.501);
    assertThat(tooFar.meanPowerW()).isCloseTo(60, within(1e-9));
  }

  @Test
  void only_aKindOfDevice_leavesOutTheOthers() {
    List<PowerSample> samples = new ArrayList<>(samples(0, 10, t -> 100));
    samples.add(new PowerSample(0, "CPU 0", 40, NONE, NONE, NONE));
    PowerTrace trace = PowerTrace.of(samples, SECOND);
    assertThat(trace.only("GPU").between(0, 2_000).meanPowerW()).isEqualTo(100);
    assertThat(trace.only("CPU").latest().meanPowerW()).as("silent for 10 s").isNaN();
    assertThat(trace.only("CPU").between(0, 2_000).meanPowerW()).isEqualTo(40);
    assertThat(trace.only("DRAM").between(0, 2_000).meanPowerW()).isNaN();
  }

  @Test
  void between_overAGapOfFivePeriods_bridgesIt() {
    List<PowerSample> samples = new ArrayList<>(samples(0, 10, t -> 100));
    samples.addAll(samples(15, 20, t -> 200));
    PowerWindow window = PowerTrace.of(samples, SECOND).between(0, 20_000);
    assertThat(window.gaps()).isZero();
    assertThat(window.energyWh()).isCloseTo((1000 + 750 + 1000) / 3600.0, within(1e-9));
  }

  @Test
  void between_overALongerGap_reportsItAndCountsNothing() {
    List<PowerSample> samples = new ArrayList<>(samples(0, 10, t -> 100));
    samples.addAll(samples(16, 20, t -> 200));
    samples.addAll(samples(40, 50, t -> 200));
    PowerWindow window = PowerTrace.of(samples).between(0, 50_000);
    assertThat(window.seconds()).isEqualTo(50);
    assertThat(window.coveredSeconds()).isEqualTo(24);
    assertThat(window.gaps()).isEqualTo(2);
    assertThat(window.longestGapSeconds()).isEqualTo(20);
    assertThat(window.energyWh()).isCloseTo((1000 + 800 + 2000) / 3600.0, within(1e-9));
    assertThat(window.meanPowerW()).isCloseTo(3800 / 24.0, within(1e-9));
  }

  @Test
  void between_whereSamplesWereLost_countsOnePeriodOfTheStretchAsSampled() {
    List<PowerSample> samples = new ArrayList<>(samples(0, 10, t -> 100));
    samples.addAll(samples(14, 20, t -> 100));
    PowerWindow window = PowerTrace.of(samples, SECOND).between(0, 20_000);
    assertThat(window.coveredSeconds()).isEqualTo(20);
    assertThat(window.sampledSeconds()).isEqualTo(17);
    assertThat(PowerTrace.of(samples, SECOND).between(11_000, 13_000).sampledSeconds())
        .isEqualTo(0.5);
  }

  @Test
  void between_samplesThatAreALittleLate_areNotLost() {
    List<PowerSample> samples = new ArrayList<>(samples(0, 10, t -> 100));
    samples.add(new PowerSample(11_500, "GPU 0", 100, NONE, NONE, NONE));
    PowerWindow window = PowerTrace.of(samples, SECOND).between(0, 11_500);
    assertThat(window.sampledSeconds()).isEqualTo(11.5);
  }

  @Test
  void between_samplesOfASlowMeter_areAllThereAre() {
    List<PowerSample> slow =
        IntStream.rangeClosed(0, 10)
            .mapToObj(i -> new PowerSample(i * 1_700L, "GPU 0", 100, NONE, NONE, NONE))
            .toList();
    PowerWindow window = PowerTrace.of(slow, SECOND).between(0, 17_000);
    assertThat(window.sampledSeconds()).isEqualTo(17);
  }

  @Test
  void bridged_ofAGap_countsItAsTheSamplesBesideIt() {
    List<PowerSample> samples = new ArrayList<>(samples(0, 10, t -> 100));
    samples.addAll(samples(90, 100, t -> 200));
    PowerWindow window = PowerTrace.of(samples, SECOND).bridged().between(-10_000, 100_000);
    assertThat(window.gaps()).isZero();
    assertThat(window.energyWh()).isCloseTo((2000 + 80 * 150 + 2000) / 3600.0, within(1e-9));
  }

  @Test
  void silentDevices_areThoseThatNeverGavePower() {
    List<PowerSample> samples = new ArrayList<>(samples(0, 3, t -> t == 1 ? 100 : NONE));
    samples.add(new PowerSample(0, "GPU 1", NONE, 50, 10, 512));
    assertThat(PowerTrace.of(samples).silentDevices()).containsExactly("GPU 1");
  }

  @Test
  void between_withMissingPower_treatsItAsNoSample() {
    PowerTrace bridged = PowerTrace.of(samples(0, 10, t -> t == 5 ? NONE : 100));
    assertThat(bridged.between(0, 10_000).energyWh()).isCloseTo(1000 / 3600.0, within(1e-9));
    PowerTrace holed = PowerTrace.of(samples(0, 20, t -> t > 5 && t < 15 ? NONE : 100));
    assertThat(holed.between(0, 20_000).coveredSeconds()).isEqualTo(10);
    assertThat(holed.between(7_000, 12_000).energyWh()).isNaN();
    assertThat(holed.between(7_000, 12_000).gaps()).isEqualTo(1);
  }

  @Test
  void between_ofSeveralDevices_addsThemUp() {
    List<PowerSample> samples = new ArrayList<>();
    for (int t = 0; t <= 10; t++) {
      samples.add(new PowerSample(t * 1000L, "GPU 0", 100, 50, 20, 1000 + t));
      samples.add(new PowerSample(t * 1000L + 137, "GPU 1", 40, 70, 60, 800));
      samples.add(new PowerSample(t * 1000L, "GPU 2", NONE, NONE, NONE, NONE));
    }
    PowerWindow window = PowerTrace.of(samples).between(0, 10_000);
    assertThat(window.meanPowerW()).isCloseTo(140, within(1e-9));
    assertThat(window.energyWh()).isCloseTo(1400 / 3600.0, within(1e-9));
    assertThat(window.temperatureC()).isEqualTo(70);
    assertThat(window.utilizationPercent()).isCloseTo(40, within(1e-9));
    assertThat(window.memoryMiB()).isEqualTo(1010);
    assertThat(window.coveredSeconds()).isEqualTo(10);
  }

  @Test
  void between_takesTemperatureOfTheEndAndPeakOfTheMiddle() {
    PowerTrace trace =
        PowerTrace.of(
            IntStream.rangeClosed(0, 10)
                .mapToObj(
                    t -> new PowerSample(t * 1000L, "GPU 0", 1, t, 10 * t, 100 - (t - 5) * (t - 5)))
                .toList());
    PowerWindow window = trace.between(2_000, 8_500);
    assertThat(window.temperatureC()).isEqualTo(8);
    assertThat(window.memoryMiB()).isEqualTo(100);
    assertThat(window.utilizationPercent()).isCloseTo(52.5, within(1e-9));
    PowerWindow betweenSamples = trace.between(7_200, 7_300);
    assertThat(betweenSamples.temperatureC()).isEqualTo(7);
    assertThat(betweenSamples.memoryMiB()).isEqualTo(96);
  }

  @Test
  void of_samplesInAnyOrderAndTwice_givesTheSame() {
    List<PowerSample> samples = new ArrayList<>(samples(0, 50, t -> t * t));
    double expected = PowerTrace.of(samples, SECOND).between(100, 49_000).energyWh();
    samples.addAll(samples(0, 50, t -> t * t));
    Collections.shuffle(samples, new Random(1));
    assertThat(PowerTrace.of(samples).between(100, 49_000).energyWh()).isEqualTo(expected);
  }

  @Test
  void between_withoutSamples_isUnknownAndNotZero() {
    PowerTrace trace = PowerTrace.of(List.of());
    PowerWindow window = trace.between(0, 1000);
    assertThat(trace.isEmpty()).isTrue();
    assertThat(window.energyWh()).isNaN();
    assertThat(window.meanPowerW()).isNaN();
    assertThat(window.temperatureC()).isNaN();
    assertThat(window.utilizationPercent()).isNaN();
    assertThat(window.memoryMiB()).isNaN();
    assertThat(window.coveredSeconds()).isZero();
  }

  @Test
  void between_ofMomentsThatRunBackwards_isEmpty() {
    PowerWindow window = PowerTrace.of(samples(0, 10, t -> 5)).between(8_000, 3_000);
    assertThat(window.seconds()).isZero();
    assertThat(window.energyWh()).isNaN();
  }

  @Test
  void latest_addsTheLastReadingsAndLeavesOutSilentDevices() {
    List<PowerSample> samples =
        List.of(
            new PowerSample(1_000, "GPU 0", 90, 40, 90, 900),
            new PowerSample(1_000, "GPU 2", 500, 90, 100, 9000),
            new PowerSample(9_000, "GPU 0", 100, 50, 20, 1000),
            new PowerSample(9_100, "GPU 1", 40, 70, 60, 800));
    PowerWindow latest = PowerTrace.of(samples, SECOND).latest();
    assertThat(latest.meanPowerW()).isEqualTo(140);
    assertThat(latest.temperatureC()).isEqualTo(70);
    assertThat(latest.utilizationPercent()).isEqualTo(40);
    assertThat(latest.memoryMiB()).isEqualTo(1000);
    assertThat(latest.energyWh()).isNaN();
    assertThat(PowerTrace.of(List.of()).latest().meanPowerW()).isNaN();
  }

  private static List<PowerSample> samples(int from, int to, DoubleUnaryOperator watts) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(
            t -> new PowerSample(t * 1000L, "GPU 0", watts.applyAsDouble(t), NONE, NONE, NONE))
        .toList();
  }

  private static PowerSample sample(long millis, String device, double watts) {
    return new PowerSample(millis, device, watts, NONE, NONE, NONE);
  }
}
