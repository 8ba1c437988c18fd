package io.github.greenscreen.power.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.greenscreen.power.MeterException;
import io.github.greenscreen.power.PowerSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayMeterTest {
  private static final String HEADER =
      "time_ms,device,power_W,temperature_C,utilization_%,memory_MiB\n";

  @TempDir private Path folder;
  private long now = 50_000;

  @Test
  void read_asTimePasses_playsWhatIsDueAndBeginsAgain() throws IOException {
    Path file =
        file(
            HEADER
                + "7000,GPU 0,100,50,10,1024\n"
                + "7000,GPU 1,N/A,N/A,N/A,N/A\n"
                + "8000,GPU 0,200.5,51,20,1025\n");
    try (ReplayMeter meter = new ReplayMeter(file, () -> now)) {
      assertThat(meter.read())
          .containsExactly(
              new PowerSample(50_000, "GPU 0", 100, 50, 10, 1024),
              new PowerSample(50_000, "GPU 1", Double.NaN, Double.NaN, Double.NaN, Double.NaN));
      now += 999;
      assertThat(meter.read()).isEmpty();
      now += 1;
      assertThat(meter.read()).extracting(PowerSample::powerW).containsExactly(200.5);
      now += 2500;
      assertThat(meter.read())
          .extracting(PowerSample::timeMillis, PowerSample::device)
          .containsExactly(
              tuple(52_000L, "GPU 0"), tuple(52_000L, "GPU 1"), tuple(53_000L, "GPU 0"));
      assertThat(meter.facts()).containsEntry("power_replayed", file.toString());
    }
  }

  @Test
  void read_ofASingleSample_repeatsItEverySecond() throws IOException {
    try (ReplayMeter meter = new ReplayMeter(file(HEADER + "7,GPU 0,1,1,1,1\n"), () -> now)) {
      assertThat(meter.read()).hasSize(1);
      now += 2000;
      assertThat(meter.read())
          .extracting(PowerSample::timeMillis)
          .containsExactly(51_000L, 52_000L);
    }
  }

  @Test
  void open_ofAnythingElse_saysWhere() throws IOException {
    Path missing = folder.resolve("none.csv");
    assertThatThrownBy(() -> new ReplayMeter(missing))
        .isInstanceOf(MeterException.class)
        .hasMessage(missing + ": cannot be read; expected the power.csv of an earlier run");
    Path other = file("epoch,time\n");
    assertThatThrownBy(() -> new ReplayMeter(other))
        .hasMessage(
            other
                + ":1: found \"epoch,time\", expected the first line of a power.csv: "
                + HEADER.strip());
    Path empty = file(HEADER);
    assertThatThrownBy(() -> new ReplayMeter(empty))
        .hasMessage(empty + ": contains no samples; record a run with a meter first");
    Path broken = file(HEADER + "1,GPU 0,1,1,1,1\n2,GPU 0,x,1,1,1\n");
    assertThatThrownBy(() -> new ReplayMeter(broken))
        .hasMessage(broken + ":3: found \"2,GPU 0,x,1,1,1\", expected values of " + HEADER.strip());
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("power.csv"), content);
  }
}
