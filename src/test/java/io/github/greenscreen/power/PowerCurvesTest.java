package io.github.greenscreen.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Curves whose energy is known, as two kinds of driver report them: a mean over 1 s, a moment. */
class PowerCurvesTest {
  private static final int SECONDS = 600;
  private static final double LIMIT = 0.005;

  @Test
  void energy_ofConstantPower_isTheTruth() {
    check(t -> 117.68, 117.68, 1000);
  }

  @Test
  void energy_ofARamp_isTheTruth() {
    check(t -> 50 + 0.5 * t, 200, 1000);
  }

  @Test
  void energy_ofASquareWaveOfFiveSeconds_isTheTruth() {
    check(mean(square(5)), 150, 1000);
    check(square(10), 150, 1000);
  }

  @Test
  void energy_ofASquareWaveOfHalfASecond_isTheTruthWhereTheDriverAverages() {
    check(mean(square(0.5)), 150, 1000);
  }

  /** Moments miss a wave that is faster than they are: a period of 25 ms sees it 20 times. */
  @Test
  void energy_ofASquareWaveOfHalfASecond_needsShortPeriodsWhereTheDriverDoesNot() {
    check(square(0.5), 150, 25);
    assertThat(watts(square(0.5), 1000)).isNotCloseTo(150, within(150 * LIMIT));
  }

  @Test
  void energy_ofSpikes_isTheTruthWhereTheDriverAverages() {
    // 700 W for 0.1 s every 7 s upon 70 W.
    check(mean(t -> (t + 3) % 7 < 0.1 ? 700 : 70), 70 + 630 * 0.1 / 7, 1000);
  }

  private static void check(DoubleUnaryOperator curve, double truth, int period) {
    assertThat(watts(curve, period)).isCloseTo(truth, within(truth * LIMIT));
  }

  /** Read {@code curve} every {@code period} milliseconds, not in step with it. */
  private static double watts(DoubleUnaryOperator curve, int period) {
    double nan = Double.NaN;
    List<PowerSample> samples =
        IntStream.rangeClosed(0, SECONDS * 1000 / period)
            .mapToLong(i -> (long) i * period)
            .mapToObj(
                t -> new PowerSample(t, "GPU 0", curve.applyAsDouble(t / 1000.0), nan, nan, nan))
            .toList();
    PowerWindow window =
        PowerTrace.of(samples, Duration.ofMillis(period)).between(0, SECONDS * 1000L);
    assertThat(window.sampledSeconds()).isEqualTo(SECONDS);
    return window.energyWh() * 3600 / SECONDS;
  }

  /** Half of {@code period} seconds at 250 W, the other half at 50 W. */
  private static DoubleUnaryOperator square(double period) {
    return t -> (t + 0.01) % period < period / 2 ? 250 : 50;
  }

  /** What a driver reports that averages over the last second. */
  private static DoubleUnaryOperator mean(DoubleUnaryOperator curve) {
    return t ->
        IntStream.range(0, 1000)
            .mapToDouble(i -> curve.applyAsDouble(Math.max(0, t - (i + 0.5) / 1000)))
            .average()
            .orElseThrow();
  }
}
