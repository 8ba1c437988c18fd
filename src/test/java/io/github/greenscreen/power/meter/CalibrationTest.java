package io.github.greenscreen.power.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.power.PowerSample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void of_aMeterThatUpdatesEveryHundredMillis_findsThat() {
    List<PowerSample> samples = new ArrayList<>();
    for (int millis = 0; millis < 10_000; millis += 20) {
      samples.add(sample(millis, "GPU 0", 20 + millis / 100 % 2));
    }

    Calibration found = Calibration.of(samples).get(0);

    assertThat(found.readings()).isEqualTo(500);
    assertThat(found.meanW()).isCloseTo(20.5, within(1e-9));
    assertThat(found.noiseW()).isCloseTo(0.5005, within(1e-4));
    assertThat(found.minW()).isEqualTo(20);
    assertThat(found.maxW()).isEqualTo(21);
    assertThat(found.readMillis()).isEqualTo(20);
    assertThat(found.updateMillis()).isEqualTo(100);
    assertThat(found.isLimitedByReading()).isFalse();
  }

  @Test
  void of_aValueThatIsNewAtEveryReading_isLimitedByReading() {
    List<PowerSample> samples = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      samples.add(sample(50L * i, "GPU 0", i));
    }

    Calibration found = Calibration.of(samples).get(0);

    assertThat(found.updateMillis()).isEqualTo(50);
    assertThat(found.isLimitedByReading()).isTrue();
  }

  @Test
  void of_aConstantValue_knowsNoPeriod() {
    Calibration found =
        Calibration.of(List.of(sample(0, "GPU 0", 5), sample(20, "GPU 0", 5))).get(0);

    assertThat(found.noiseW()).isZero();
    assertThat(found.updateMillis()).isNaN();
    assertThat(found.isLimitedByReading()).isFalse();
  }

  @Test
  void of_severalDevicesAndGaps_keepsThemApart() {
    List<Calibration> found =
        Calibration.of(
            List.of(
                sample(0, "GPU 0", 5),
                sample(0, "GPU 1", Double.NaN),
                sample(10, "GPU 0", Double.NaN),
                sample(20, "GPU 0", 7)));

    assertThat(found).extracting(Calibration::device).containsExactly("GPU 0", "GPU 1");
    assertThat(found).extracting(Calibration::readings).containsExactly(2, 0);
    assertThat(found.get(0).meanW()).isEqualTo(6);
    assertThat(found.get(1).meanW()).isNaN();
    assertThat(found.get(1).minW()).isNaN();
  }

  private static PowerSample sample(long millis, String device, double watts) {
    return new PowerSample(millis, device, watts, Double.NaN, Double.NaN, Double.NaN);
  }
}
