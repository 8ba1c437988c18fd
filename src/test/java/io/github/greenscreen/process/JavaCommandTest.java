package io.github.greenscreen.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

  @Test
  void of_optionsOfThisJvm_keepsWhatChildrenNeed() {
    List<String> options =
        List.of(
            "-Xmx2g",
            "-agentlib:jdwp=transport=dt_socket,server=y",
            "-javaagent:jacoco.jar",
            "-Da=b c",
            "-Dcom.sun.management.jmxremote.port=9",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-XX:StartFlightRecording=filename=x.jfr",
            "-XX:ErrorFile=/tmp/crash",
            "-XX:ReplayDataFile=/tmp/replay");
    assertThat(JavaCommand.of("/jdk", options, "a.jar:b.jar", "x.Main").words("train", "a b"))
        .containsExactly(
            "/jdk/bin/java",
            "-Xmn16m",
            "-Xmx2g",
            "-Da=b c",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            "a.jar:b.jar",
            "x.Main",
            "train",
            "a b");
  }

  @Test
  void allowingNativeCode_javaThatWarns_allowsItOnce() {
    List<String> options = List.of("-Xmx2g");
    String allowed = "--enable-native-access=ALL-UNNAMED";

    assertThat(JavaCommand.allowingNativeCode(options, 17)).containsExactly("-Xmx2g");
    assertThat(JavaCommand.allowingNativeCode(options, 21)).containsExactly("-Xmx2g");
    assertThat(JavaCommand.allowingNativeCode(options, 25)).containsExactly("-Xmx2g", allowed);
    assertThat(JavaCommand.allowingNativeCode(List.of(allowed), 25)).containsExactly(allowed);
  }

  @Test
  void withCrashFilesIn_percentSigns_areNoPlaceholders() {
    JavaCommand command = JavaCommand.of("/jdk", List.of("-Xmx2g"), "a.jar", "x.Main");
    assertThat(command.withCrashFilesIn(Path.of("/100 %p/001")).words())
        .containsExactly(
            "/jdk/bin/java",
            "-Xmn16m",
            "-Xmx2g",
            "-XX:ErrorFile=/100 %%p/001/hs_err_pid%p.log",
            "-XX:ReplayDataFile=/100 %%p/001/replay_pid%p.log",
            "-cp",
            "a.jar",
            "x.Main");
  }

  @Test
  void with_options_putsThemBeforeTheMainClass() {
    assertThat(JavaCommand.of("/jdk", List.of(), "a.jar", "x.Main").with("-Da=b", "-Xint").words())
        .containsExactly("/jdk/bin/java", "-Xmn16m", "-Da=b", "-Xint", "-cp", "a.jar", "x.Main");
  }
}
