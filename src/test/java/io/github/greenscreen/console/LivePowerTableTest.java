package io.github.greenscreen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.console.LivePowerTable.Reading;
import io.github.greenscreen.power.PowerSample;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivePowerTableTest {
  private static final LocalTime TIME = LocalTime.of(9, 5, 7);
  private static final Reading FULL =
      new Reading("nvidia-smi", new PowerSample(1, "GPU 0", 117.68, 60, 15, 1024));
  private static final Reading EMPTY =
      new Reading(
          "nvidia-smi",
          new PowerSample(1, "GPU 1", Double.NaN, Double.NaN, Double.NaN, Double.NaN));

  private final StringWriter text = new StringWriter();

  @Test
  void show_toAPipe_writesALinePerDevice() {
    LivePowerTable display = new LivePowerTable(new PrintWriter(text), Terminal.plain());

    display.show(TIME, List.of(FULL, EMPTY));
    display.show(TIME.plusSeconds(1), List.of(FULL));

    assertThat(text)
        .hasToString(
            """
            time      meter       device      power    temp   util      memory
            09:05:07  nvidia-smi  GPU 0     117.7 W    60 C   15 %    1024 MiB
            09:05:07  nvidia-smi  GPU 1         N/A     N/A    N/A         N/A
            09:05:08  nvidia-smi  GPU 0     117.7 W    60 C   15 %    1024 MiB
            """);
  }

  @Test
  void show_longNames_getTheWidthThatTheyNeed() {
    LivePowerTable display = new LivePowerTable(new PrintWriter(text), Terminal.plain());
    PowerSample guess = new PowerSample(1, "CPU (estimated)", 9.5, Double.NaN, 15, Double.NaN);

    display.show(TIME, List.of(new Reading("estimate", guess), FULL));

    assertThat(text)
        .hasToString(
            """
            time      meter       device               power    temp   util      memory
            09:05:07  estimate    CPU (estimated)      9.5 W     N/A   15 %         N/A
            09:05:07  nvidia-smi  GPU 0              117.7 W    60 C   15 %    1024 MiB
            """);
  }

  @Test
  void show_onATerminal_writesTheLinesAgainInPlace() {
    LivePowerTable display = new LivePowerTable(new PrintWriter(text), new Terminal(30, false));

    display.show(TIME, List.of(FULL, EMPTY));
    display.show(TIME.plusSeconds(1), List.of(FULL, EMPTY));

    assertThat(text.toString().replace("\u001B", "^"))
        .isEqualTo(
            """
            time      meter       device ^[K
            09:05:07  nvidia-smi  GPU 0  ^[K
            09:05:07  nvidia-smi  GPU 1  ^[K
            ^[2A09:05:08  nvidia-smi  GPU 0  ^[K
            09:05:08  nvidia-smi  GPU 1  ^[K
            """);
  }
}
