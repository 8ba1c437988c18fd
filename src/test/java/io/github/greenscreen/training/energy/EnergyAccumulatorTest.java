package io.github.greenscreen.training.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerTrace;
import io.github.greenscreen.run.model.RunEnergy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnergyAccumulatorTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int HOUR = 3600;

  private final EnergyAccumulator account = new EnergyAccumulator();

  @Test
  void total_ofEpochs_addsThemAndNotTheTimeBetween() {
    account.add(0, 900_000);
    account.add(1_800_000, 3_600_000);
    RunEnergy energy = account.total(trace(t -> 100, t -> true), 40);
    assertThat(energy.grossWh()).isCloseTo(75, within(1e-9));
    assertThat(energy.netWh()).isCloseTo(45, within(1e-9));
    assertThat(energy.coveragePercent()).isEqualTo(100);
    assertThat(energy.incomplete()).isEmpty();
  }

  @Test
  void total_withAFifthOfTheSamplesLost_isCloseAndIncomplete() {
    account.add(0, HOUR * 1000L);
    Random random = new Random(3);
    DoubleUnaryOperator wave = t -> t % 20 < 10 ? 80 : 280;
    RunEnergy energy = account.total(trace(wave, t -> random.nextDouble() >= 0.2), 40);
    assertThat(energy.grossWh()).isCloseTo(180, within(0.02 * 180));
    assertThat(energy.netWh()).isCloseTo(140, within(0.02 * 140));
    assertThat(energy.coveragePercent()).isBetween(77.0, 83.0);
    assertThat(energy.incomplete())
        .matches(
            "power samples cover (77|78|79|80|81|82)\\.\\d % of the training time; at "
                + "least 95 % is needed");
  }

  @Test
  void total_withAShortOutage_bridgesItAndIsComplete() {
    account.add(0, HOUR * 1000L);
    RunEnergy energy = account.total(trace(t -> 100, t -> t < 1000 || t > 1150), 0);
    assertThat(energy.grossWh()).isCloseTo(100, within(1e-6));
    assertThat(energy.coveragePercent()).isCloseTo(100 * 3448.0 / 3600, within(0.01));
    assertThat(energy.incomplete()).isEmpty();
  }

  @Test
  void total_withALongOutage_addsOnlyWhatWasMeasured() {
    account.add(0, HOUR * 1000L);
    RunEnergy energy = account.total(trace(t -> 100, t -> t <= 1800), 40);
    assertThat(energy.grossWh()).isCloseTo(50, within(1e-6));
    assertThat(energy.netWh()).isCloseTo(30, within(1e-6));
    assertThat(energy.incomplete())
        .isEqualTo("power samples cover 50.0 % of the training time; at least 95 % is needed");
  }

  @Test
  void total_withADeviceThatNeverGavePower_isIncomplete() {
    account.add(0, 10_000);
    List<PowerSample> samples = new ArrayList<>(samples(t -> 100, t -> t <= 10));
    samples.add(sample("GPU 1", 5, Double.NaN));
    RunEnergy energy = account.total(PowerTrace.of(samples, SECOND), 40);
    assertThat(energy.incomplete()).isEqualTo("GPU 1 returned no power");
    assertThat(energy.grossWh()).isCloseTo(1000 / 3600.0, within(1e-9));
  }

  @Test
  void total_withoutPower_isUnknownAndNotZero() {
    account.add(0, 10_000);
    RunEnergy energy =
        account.total(PowerTrace.of(List.of(sample("GPU 0", 5, Double.NaN)), SECOND), 40);
    assertThat(energy.grossWh()).isNaN();
    assertThat(energy.netWh()).isNaN();
    assertThat(energy.incomplete()).isEqualTo("GPU 0 returned no power");
  }

  @Test
  void gaps_overTheEpochs_areCountedAndMeasured() {
    account.add(0, 60_000);
    PowerTrace trace = trace(t -> 100, t -> t <= 10 || (t >= 20 && t <= 30) || t >= 50);
    assertThat(account.sum(trace).gaps()).isEqualTo(2);
    assertThat(account.sum(trace).longestGapSeconds()).isEqualTo(20);
  }

  @Test
  void add_anEpochOfNoTime_countsNothing() {
    account.add(5, 5);
    assertThat(account.sum(trace(t -> 100, t -> true)).seconds()).isZero();
  }

  private static PowerTrace trace(DoubleUnaryOperator watts, IntPredicate kept) {
    return PowerTrace.of(samples(watts, kept), SECOND);
  }

  private static List<PowerSample> samples(DoubleUnaryOperator watts, IntPredicate kept) {
    return IntStream.rangeClosed(0, HOUR)
        .filter(kept)
        .mapToObj(t -> sample("GPU 0", t, watts.applyAsDouble(t)))
        .toList();
  }

  private static PowerSample sample(String device, int second, double watts) {
    double nan = Double.NaN;
    return new PowerSample(second * 1000L, device, watts, nan, nan, nan);
  }
}
