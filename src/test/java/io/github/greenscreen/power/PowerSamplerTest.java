package io.github.greenscreen.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.power.meter.NullMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PowerSamplerTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MILLI = Duration.ofMillis(1);

  private final List<List<PowerSample>> sunk = Collections.synchronizedList(new ArrayList<>());

  @Test
  void close_afterStart_hasReadAtStartAndAtStop() throws InterruptedException {
    PowerSampler sampler = PowerSampler.start(new Meter(n -> reading(n)), HOUR, sunk::add);
    assertThat(sampler.awaitFirstReading(HOUR)).isTrue();
    assertThat(sampler.samples()).extracting(PowerSample::timeMillis).containsExactly(0L);
    sampler.close();
    assertThat(sampler.samples()).extracting(PowerSample::timeMillis).containsExactly(0L, 1L);
    assertThat(sunk).containsExactly(reading(0), reading(1));
    sampler.close();
    assertThat(sunk).hasSize(2);
  }

  @Test
  void awaitFirstReading_ofAMeterOfDifferences_waitsForTheSecond() throws InterruptedException {
    PowerMeter differences =
        new PowerMeter() {
          private int readings;

          @Override
          public String name() {
            return "differences";
          }

          @Override
          public boolean needsTwoReadings() {
            return true;
          }

          @Override
          public List<PowerSample> read() {
            return readings++ == 0 ? List.of() : reading(readings);
          }
        };
    try (PowerSampler sampler = PowerSampler.start(differences, HOUR, sunk::add)) {
      assertThat(sampler.awaitFirstReading(HOUR)).isTrue();
      assertThat(sampler.samples()).isEqualTo(reading(2));
      assertThat(sampler.failedReads()).isZero();
    }
  }

  @Test
  void close_withAMeterThatLags_readsUntilTheEndIsCovered() throws InterruptedException {
    long lag = 400;
    Meter meter = new Meter(n -> List.of(sample(MonotonicClock.millis() - lag)));
    PowerSampler sampler = PowerSampler.start(meter, HOUR, sunk::add);
    assertThat(sampler.awaitFirstReading(HOUR)).isTrue();
    long end = MonotonicClock.millis();
    sampler.close();
    List<PowerSample> samples = sampler.samples();
    assertThat(samples.get(samples.size() - 1).timeMillis()).isGreaterThanOrEqualTo(end - 50);
  }

  private static PowerSample sample(long millis) {
    return new PowerSample(millis, "GPU 0", 100, 50, 10, 512);
  }

  @Test
  void failedReads_countsReadingsWithoutAnyPower() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(6);
    Meter meter =
        new Meter(
            n -> {
              ended.countDown();
              return switch (n) {
                case 0 -> reading(0);
                case 1 -> List.of();
                case 2 -> List.of(new PowerSample(2, "GPU 0", Double.NaN, 50, 10, 512));
                case 3 -> throw new IllegalStateException("broken meter");
                default -> reading(n);
              };
            });
    PowerSampler sampler = PowerSampler.start(meter, MILLI, sunk::add);
    ended.await();
    sampler.close();
    assertThat(sampler.failedReads()).isEqualTo(3);
  }

  @Test
  void failedReads_nothingNewYet_isNoFailure() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(4);
    Meter meter =
        new Meter(
            n -> {
              ended.countDown();
              return n == 1 ? List.of() : reading(n / 2);
            });
    PowerSampler sampler = PowerSampler.start(meter, MILLI, sunk::add);
    ended.await();
    sampler.close();
    assertThat(sampler.failedReads()).isZero();
  }

  @Test
  void start_clockThatWasSet_stampsAsIfItHadNotBeen() throws InterruptedException {
    PowerSampler sampler =
        PowerSampler.start(new Meter(n -> reading(5000)), HOUR, sunk::add, () -> -3_600_000);
    assertThat(sampler.awaitFirstReading(HOUR)).isTrue();
    sampler.close();
    assertThat(sampler.samples())
        .extracting(PowerSample::timeMillis)
        .containsOnly(5000L - 3_600_000);
    assertThat(sunk.get(0)).isEqualTo(sampler.samples().subList(0, 1));
  }

  @Test
  void start_clockThatDriftsALittle_leavesTheStamps() throws InterruptedException {
    PowerSampler sampler =
        PowerSampler.start(new Meter(n -> reading(5000)), HOUR, sunk::add, () -> 49);
    assertThat(sampler.awaitFirstReading(HOUR)).isTrue();
    sampler.close();
    assertThat(sampler.samples()).extracting(PowerSample::timeMillis).containsOnly(5000L);
  }

  @Test
  void cadence_ofAMeterThatKeepsUp_isThePeriod() throws InterruptedException {
    PowerSampler sampler = PowerSampler.start(new Meter(n -> reading(n)), HOUR, sunk::add);
    assertThat(sampler.awaitFirstReading(HOUR)).isTrue();
    sampler.close();
    assertThat(sampler.cadence()).isEqualTo(HOUR);
  }

  @Test
  void cadence_ofAMeterThatIsTooSlow_isLongerThanThePeriod() throws InterruptedException {
    CountDownLatch readings = new CountDownLatch(4);
    Meter slow =
        new Meter(
            n -> {
              LockSupport.parkNanos(20_000_000);
              readings.countDown();
              return reading(n);
            });
    PowerSampler sampler = PowerSampler.start(slow, MILLI, sunk::add);
    readings.await();
    sampler.close();
    assertThat(sampler.cadence()).isGreaterThan(Duration.ofMillis(5));
  }

  @Test
  void start_readsOncePerPeriodAndHandsOverEveryReading() throws InterruptedException {
    CountDownLatch readings = new CountDownLatch(20);
    PowerSampler sampler =
        PowerSampler.start(
            new Meter(n -> reading(n)),
            MILLI,
            reading -> {
              sunk.add(reading);
              readings.countDown();
            });
    readings.await();
    sampler.close();
    assertThat(sampler.samples()).isEqualTo(sunk.stream().flatMap(List::stream).toList());
    assertThat(sampler.samples().size()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void read_thatThrows_doesNotEndTheSampling() throws InterruptedException {
    CountDownLatch goodReadings = new CountDownLatch(3);
    Meter meter =
        new Meter(
            n -> {
              if (n % 2 == 0) {
                throw new IllegalStateException("broken meter");
              }
              return reading(n);
            });
    PowerSampler sampler = PowerSampler.start(meter, MILLI, r -> goodReadings.countDown());
    goodReadings.await();
    sampler.close();
    assertThat(sampler.samples()).allMatch(sample -> sample.timeMillis() % 2 == 1);
  }

  @Test
  void sink_thatThrows_doesNotEndTheSampling() throws InterruptedException {
    CountDownLatch attempts = new CountDownLatch(3);
    PowerSampler sampler =
        PowerSampler.start(
            new Meter(n -> reading(n)),
            MILLI,
            r -> {
              attempts.countDown();
              throw new IllegalStateException("disk full");
            });
    attempts.await();
    sampler.close();
    assertThat(sampler.samples().size()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void reading_thatIsEmpty_isNotHandedOver() throws InterruptedException {
    PowerSampler sampler = PowerSampler.start(new NullMeter(), HOUR, sunk::add);
    assertThat(sampler.awaitFirstReading(HOUR)).isTrue();
    sampler.close();
    assertThat(sunk).isEmpty();
    assertThat(sampler.samples()).isEmpty();
  }

  @Test
  void close_withAHangingMeter_interruptsIt() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Meter meter =
        new Meter(
            n -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                Thread.currentThread().interrupt();
              }
              return List.of();
            });
    PowerSampler sampler = PowerSampler.start(meter, HOUR, sunk::add);
    sampler.close();
    assertThat(interrupted.getCount()).isZero();
  }

  @Test
  void start_withoutAPeriod_isRefused() {
    assertThatThrownBy(() -> PowerSampler.start(new NullMeter(), Duration.ZERO, sunk::add))
        .hasMessage("a period of PT0S is not above zero");
  }

  @Test
  void nextTick_staysOnTheGridOfTheStart() {
    assertThat(PowerSampler.nextTick(1_000, 100, 1_000)).isEqualTo(1_100);
    assertThat(PowerSampler.nextTick(1_000, 100, 1_099)).isEqualTo(1_100);
    assertThat(PowerSampler.nextTick(1_000, 100, 1_100)).isEqualTo(1_200);
    assertThat(PowerSampler.nextTick(1_000, 100, 1_730)).isEqualTo(1_800);
    assertThat(PowerSampler.nextTick(-50, 100, 10)).isEqualTo(50);
  }

  private static List<PowerSample> reading(int number) {
    return List.of(new PowerSample(number, "GPU 0", 100, 50, 10, 512));
  }

  /** Gives what a script says for its n-th reading. */
  private static final class Meter implements PowerMeter {
    private final IntFunction<List<PowerSample>> script;
    private int readings;

    Meter(IntFunction<List<PowerSample>> script) {
      this.script = script;
    }

    @Override
    public String name() {
      return "script";
    }

    @Override
    public List<PowerSample> read() {
      return script.apply(readings++);
    }
  }
}
