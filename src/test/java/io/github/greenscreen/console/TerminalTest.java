package io.github.greenscreen.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class TerminalTest {
  @Test
  void isOutput_whereTheLauncherSaysSo_isTrue() {
    Properties properties = new Properties();
    assertThat(Terminal.isOutput(properties)).isFalse();
    properties.setProperty("greenscreen.output", "terminal");
    assertThat(Terminal.isOutput(properties)).isTrue();
  }

  @Test
  void detect_launcherSaysColumns_isLiveAndColoured() {
    Terminal terminal = Terminal.detect(columns("132"), Map.of());

    assertThat(terminal).isEqualTo(new Terminal(132, true));
    assertThat(terminal.live()).isTrue();
  }

  @Test
  void detect_noColorSet_isLiveWithoutColour() {
    assertThat(Terminal.detect(columns("80"), Map.of("NO_COLOR", "1")))
        .isEqualTo(new Terminal(80, false));
  }

  @Test
  void detect_noColorEmpty_isColoured() {
    assertThat(Terminal.detect(columns("80"), Map.of("NO_COLOR", ""))).matches(Terminal::colour);
  }

  @Test
  void detect_launcherSaysPipe_isPlain() {
    assertThat(Terminal.detect(columns("0"), Map.of())).isEqualTo(Terminal.plain());
  }

  @Test
  void detect_startedWithoutTheLauncher_isPlain() {
    assertThat(Terminal.detect(new Properties(), Map.of())).isEqualTo(Terminal.plain());
  }

  private static Properties columns(String value) {
    Properties properties = new Properties();
    properties.setProperty("greenscreen.columns", value);
    return properties;
  }
}
