package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;

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
            "-XX:StartFlightRecording=filename=x.jfr");
    assertThat(JavaCommand.of("/jdk", options, "a.jar:b.jar", "x.Main"))
        .containsExactly(
            "/jdk/bin/java",
            "-Xmn16m",
            "-Xmx2g",
            "-Da=b c",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            "a.jar:b.jar",
            "x.Main");
  }
}
