package io.github.greenscreen.training.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerTrace;
import io.github.greenscreen.run.model.EnergyCounterReading;
import io.github.greenscreen.run.model.RunEnergy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Energy counters through the account of a run of an hour, less a minute at either end. */
class EnergyCounterCheckTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int HOUR = 3600;
  private static final double NAN = Double.NaN;

  private final EnergyAccumulator account = new EnergyAccumulator();

  EnergyCounterCheckTest() {
    account.add(60_000, 1_800_500);
    account.add(1_800_500, 3_540_000);
  }

  @Test
  void total_withACounterThatSeesSpikes_countsByIt() {
    // Each second has a spike of 0.1 s that no sample meets: 100 W are 120 W.
    PowerTrace trace = PowerTrace.of(samples("GPU 0", t -> 100, t -> 120 * t, t -> true), SECOND);
    RunEnergy energy = account.total(trace, 20);
    assertThat(energy.grossWh()).isCloseTo(120 * 3480 / 3600.0, within(1e-9));
    assertThat(energy.netWh()).isCloseTo(100 * 3480 / 3600.0, within(1e-9));
    EnergyCounterReading both = account.both(trace).orElseThrow();
    assertThat(both.trapezoidWh()).isCloseTo(100 * 3480 / 3600.0, within(1e-9));
    assertThat(both.counterWh()).isCloseTo(120 * 3480 / 3600.0, within(1e-9));
    assertThat(both.ratio()).isCloseTo(1.2, within(1e-9));
    assertThat(both.source()).isEqualTo("counter");
  }

  @Test
  void both_underAConstantLoad_agreeWithinOnePercent() {
    Random noise = new Random(5);
    // The counter moves in steps of 100 ms.
    PowerTrace trace =
        PowerTrace.of(
            samples(
                "GPU 0",
                t -> 300 + noise.nextGaussian() * 5,
                t -> 300 * Math.floor(t * 10) / 10 + 7e6,
                t -> true),
            SECOND);
    EnergyCounterReading both = account.both(trace).orElseThrow();
    assertThat(both.ratio()).isCloseTo(1, within(0.01));
    assertThat(both.warning()).isEmpty();
  }

  @Test
  void total_withShortGaps_isExactByTheCounter() {
    // Samples are missing just while the power is ten times as high.
    IntPredicate kept = t -> t % 600 < 590;
    DoubleUnaryOperator joules =
        t -> 100 * t + 900 * Math.max(0, t % 600 - 590) + 9000 * (t / 600 - (t % 600) / 600);
    PowerTrace trace = PowerTrace.of(samples("GPU 0", t -> 100, joules, kept), SECOND);
    RunEnergy energy = account.total(trace, NAN);
    assertThat(energy.incomplete()).isEmpty();
    assertThat(energy.grossWh())
        .isCloseTo((joules.applyAsDouble(3540) - joules.applyAsDouble(60)) / 3600, within(0.01));
  }

  @Test
  void total_withACounterThatRanBackwards_countsTrapezoids() {
    PowerTrace trace =
        PowerTrace.of(
            samples("GPU 0", t -> 100, t -> t < 2000 ? 1e6 + 100 * t : 100 * t, t -> true), SECOND);
    assertThat(account.total(trace, NAN).grossWh()).isCloseTo(348 / 3.6, within(1e-9));
    EnergyCounterReading both = account.both(trace).orElseThrow();
    assertThat(both.source()).isEqualTo("trapezoids: the counter of GPU 0 ran backwards");
    assertThat(both.counterWh()).isNaN();
    assertThat(both.warning()).isEmpty();
  }

  @Test
  void total_withACounterThatRanBackwardsBeforeTraining_countsByIt() {
    PowerTrace trace =
        PowerTrace.of(
            samples("GPU 0", t -> 100, t -> t < 30 ? 1e6 + 100 * t : 101 * t, t -> true), SECOND);
    assertThat(account.both(trace).orElseThrow().source()).isEqualTo("counter");
  }

  @Test
  void total_withACounterThatStoodStill_countsTrapezoids() {
    PowerTrace trace = PowerTrace.of(samples("GPU 0", t -> 100, t -> 5000, t -> true), SECOND);
    assertThat(account.total(trace, NAN).grossWh()).isCloseTo(348 / 3.6, within(1e-9));
    assertThat(account.both(trace).orElseThrow().source())
        .isEqualTo("trapezoids: the counter of GPU 0 did not advance");
  }

  @Test
  void total_withACounterThatFroze_countsTrapezoids() {
    // It would be 7 % short, from 2000 s to 2250 s.
    DoubleUnaryOperator frozen = t -> t < 2000 ? 100 * t : t < 2250 ? 200_000 : 100 * t - 25_000;
    PowerTrace trace = PowerTrace.of(samples("GPU 0", t -> 100, frozen, t -> true), SECOND);
    assertThat(account.total(trace, NAN).grossWh()).isCloseTo(348 / 3.6, within(1e-9));
    assertThat(account.both(trace).orElseThrow().source())
        .isEqualTo("trapezoids: the counter of GPU 0 stood still for 250 s");
  }

  @Test
  void total_withACounterThatPausesBriefly_countsByIt() {
    DoubleUnaryOperator steps = t -> 100 * Math.floor(t / 4) * 4;
    PowerTrace trace = PowerTrace.of(samples("GPU 0", t -> 100, steps, t -> true), SECOND);
    assertThat(account.both(trace).orElseThrow().source()).isEqualTo("counter");
  }

  @Test
  void total_withACounterThatLeaps_countsTrapezoids() {
    DoubleUnaryOperator leap = t -> t < 2000 ? 100 * t : 1e12 + 100 * t;
    PowerTrace trace = PowerTrace.of(samples("GPU 0", t -> 100, leap, t -> true), SECOND);
    assertThat(account.total(trace, NAN).grossWh()).isCloseTo(348 / 3.6, within(1e-9));
    assertThat(account.both(trace).orElseThrow().source())
        .isEqualTo(
            "trapezoids: the counter of GPU 0 says 287356422 W on average, expected above 0 and at "
                + "most 10000 W");
  }

  @Test
  void total_withACounterThatAnsweredLate_countsTrapezoids() {
    PowerTrace trace =
        PowerTrace.of(samples("GPU 0", t -> 100, t -> t < 100 ? NAN : 200 * t, t -> true), SECOND);
    assertThat(account.total(trace, NAN).grossWh()).isCloseTo(348 / 3.6, within(1e-9));
    assertThat(account.both(trace).orElseThrow().source())
        .isEqualTo("trapezoids: the counter of GPU 0 was not read during the whole training");
  }

  @Test
  void total_ofSeveralDevices_countsEachByItsBest() {
    List<PowerSample> samples = new ArrayList<>();
    samples.addAll(samples("GPU 0", t -> 100, t -> 110 * t, t -> true));
    samples.addAll(samples("GPU 1", t -> 50, t -> 5, t -> true));
    samples.addAll(samples("CPU 0", t -> 30, t -> NAN, t -> true));
    PowerTrace trace = PowerTrace.of(samples, SECOND);
    assertThat(account.total(trace, NAN).grossWh())
        .isCloseTo((110 + 50 + 30) * 3480 / 3600.0, within(1e-9));
    EnergyCounterReading both = account.both(trace).orElseThrow();
    assertThat(both.source())
        .isEqualTo("counter and trapezoids: the counter of GPU 1 did not advance");
    assertThat(both.trapezoidWh()).isCloseTo(180 * 3480 / 3600.0, within(1e-9));
    assertThat(both.counterWh()).isCloseTo(110 * 3480 / 3600.0, within(1e-9));
  }

  @Test
  void total_withTooFewSamples_isIncompleteWhateverTheCounterSays() {
    PowerTrace trace =
        PowerTrace.of(samples("GPU 0", t -> 100, t -> 120 * t, t -> t % 600 < 300), SECOND);
    RunEnergy energy = account.total(trace, NAN);
    assertThat(energy.incomplete()).startsWith("power samples cover");
    assertThat(energy.grossWh()).isLessThan(60);
    EnergyCounterReading both = account.both(trace).orElseThrow();
    assertThat(both.source()).isEqualTo("trapezoids: the power samples are incomplete");
    assertThat(both.trapezoidWh()).isEqualTo(energy.grossWh());
  }

  @Test
  void both_withoutACounter_isNothing() {
    PowerTrace trace = PowerTrace.of(samples("GPU 0", t -> 100, t -> NAN, t -> true), SECOND);
    assertThat(account.both(trace)).isEmpty();
  }

  private static List<PowerSample> samples(
      String device, DoubleUnaryOperator watts, DoubleUnaryOperator joules, IntPredicate kept) {
    return IntStream.rangeClosed(0, HOUR)
        .filter(kept)
        .mapToObj(
            t ->
                new PowerSample(
                    t * 1000L,
                    device,
                    watts.applyAsDouble(t),
                    NAN,
                    NAN,
                    NAN,
                    joules.applyAsDouble(t)))
        .toList();
  }
}
