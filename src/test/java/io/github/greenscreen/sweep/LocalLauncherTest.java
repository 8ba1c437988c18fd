package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocalLauncherTest {
  @TempDir Path folder;

  @Test
  void launch_childExits_givesItsCodeAndKeepsItsOutput() throws Exception {
    assertThat(launcher().launch(run("exit"))).isEqualTo(3);
    assertThat(launcher().launch(run("exit"))).isEqualTo(3);
    assertThat(Files.readAllLines(folder.resolve("output.log")))
        .containsExactly("out train yes", "err -1", "out train yes", "err -1");
  }

  @Test
  void launch_childCrashes_givesItsCode() throws Exception {
    assertThat(launcher().launch(run("crash"))).isEqualTo(134);
  }

  @Test
  void launch_interrupted_endsTheChild() throws Exception {
    RunFolder run = run("hang");
    CompletableFuture<String> result = new CompletableFuture<>();
    Thread thread = new Thread(() -> result.complete(launchAndTell(run)));
    thread.start();
    while (Files.notExists(folder.resolve("hanging"))) {
      Thread.sleep(10);
    }
    List<ProcessHandle> children = ProcessHandle.current().children().toList();
    thread.interrupt();
    assertThat(result.get()).isEqualTo("interrupted");
    assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void launch_noSuchProgram_throwsASentence() throws Exception {
    LocalLauncher launcher = new LocalLauncher(List.of("/no/such/java"), List.of());
    RunFolder run = run("exit");
    assertThatThrownBy(() -> launcher.launch(run))
        .isInstanceOf(SweepException.class)
        .hasMessageStartingWith("the process could not be started: ");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no echo")
  void launch_withOptions_handsThemOn() throws Exception {
    RunFolder run = run("exit");
    LocalLauncher launcher = new LocalLauncher(List.of("/bin/echo"), List.of("--meter", "none"));
    assertThat(launcher.launch(run)).isZero();
    assertThat(run.outputLog()).hasContent("train " + folder.toAbsolutePath() + " --meter none");
  }

  @Test
  void new_mainClass_startsThisJavaAgain() throws Exception {
    assertThat(new LocalLauncher(TinyRun.class.getName(), List.of()).launch(run("exit")))
        .isEqualTo(3);
  }

  private static String launchAndTell(RunFolder run) {
    try {
      return "ended with " + launcher().launch(run);
    } catch (InterruptedException e) {
      return "interrupted";
    }
  }

  private static LocalLauncher launcher() {
    return new LocalLauncher(
        JavaCommand.of(
            System.getProperty("java.home"),
            List.of("-Dtiny=yes", "-Xmx64m"),
            System.getProperty("java.class.path"),
            TinyRun.class.getName()),
        List.of());
  }

  private RunFolder run(String deed) throws IOException {
    Files.writeString(folder.resolve("deed"), deed);
    return new RunFolder(folder);
  }
}
