package io.github.greenscreen.sweep.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.greenscreen.Shell;
import io.github.greenscreen.process.CrashFiles;
import io.github.greenscreen.process.JavaCommand;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.sweep.ChildProcessMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocalLauncherTest {
  @TempDir Path folder;

  @Test
  void launch_childExits_givesItsCodeAndKeepsItsOutput() throws Exception {
    assertThat(launch(launcher(), run("exit"))).isEqualTo(3);
    assertThat(launch(launcher(), run("exit"))).isEqualTo(3);
    assertThat(Files.readAllLines(folder.resolve("output.log")))
        .containsExactly("out train yes", "err -1", "out train yes", "err -1");
  }

  @Test
  void launch_childCrashes_givesItsCode() throws Exception {
    assertThat(launch(launcher(), run("crash"))).isEqualTo(134);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
  void launch_nativeCodeCrashes_leavesTheCrashFileInTheRunFolder() throws Exception {
    CrashFiles before = CrashFiles.in(folder);
    assertThat(launch(launcher(), run("SEGV"))).isEqualTo(134);
    assertThat(before.since().orElseThrow().signal()).isEqualTo("SIGSEGV");
    assertThat(folder.resolve("output.log"))
        .content()
        .contains("A fatal error has been detected by the Java Runtime Environment");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no env")
  void start_watched_keepsStandardOutputAloneAndTheChildKnowsOfTheWatcher() throws Exception {
    Path script =
        Shell.script(
            folder.resolve("script"),
            "echo \"$GREENSCREEN_PARENT $GREENSCREEN_WATCHED\"; echo to the terminal >&2; cat");
    RunFolder run = run("exit");
    LocalLauncher launcher =
        new LocalLauncher(
            where -> List.of(script.toString()),
            List.of(),
            Map.of("GREENSCREEN_PARENT", "1", "PATH", System.getenv("PATH")),
            true);
    RunProcess process = launcher.start(run, Slot.only());
    assertThat(run.outputLog()).content().isIn("", " yes\n");
    // Its input ends only with this process.
    Thread.sleep(300);
    process.kill();
    assertThat(process.await()).isEqualTo(137);
    assertThat(run.outputLog()).hasContent(" yes");
  }

  @Test
  void stop_once_asksTheChildToEnd() throws Exception {
    RunProcess process = hanging("hang");
    process.stop();
    assertThat(process.await()).isEqualTo(143);
  }

  @Test
  void kill_childThatIgnoresEverything_endsItAndItsChildren() throws Exception {
    RunProcess process = hanging("spawn");
    long grandchild = Long.parseLong(Files.readString(folder.resolve("hanging")).strip());
    assertThat(ProcessHandle.of(grandchild)).isPresent();
    process.kill();
    assertThat(process.await()).isEqualTo(137);
    assertGone(grandchild);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no process groups")
  void await_childKilledFromOutside_takesItsChildrenAlong() throws Exception {
    assumeTrue(new SignalIsolation(System.getenv()).givesGroup(), "there is no setsid here");
    RunProcess process = hanging("spawn");
    long grandchild = Long.parseLong(Files.readString(folder.resolve("hanging")).strip());
    ProcessHandle child = ProcessHandle.of(grandchild).orElseThrow().parent().orElseThrow();
    child.destroyForcibly();
    assertThat(process.await()).isEqualTo(137);
    assertGone(grandchild);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
  void start_child_isDeafToTheTerminal() throws Exception {
    RunProcess process = hanging("hang");
    long child = Long.parseLong(Files.readString(folder.resolve("hanging")).strip());
    for (String signal : List.of("INT", "HUP")) {
      List<String> kill = List.of("kill", "-" + signal, Long.toString(child));
      assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
    }
    Thread.sleep(300);
    assertThat(ProcessHandle.of(child)).isPresent();
    process.stop();
    assertThat(process.await()).isEqualTo(143);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no env")
  void start_onASeat_setsItsVariablesAndSaysWhoseItIs() throws Exception {
    Path script =
        Shell.script(folder.resolve("script"), "echo $CUDA_VISIBLE_DEVICES $GREENSCREEN_PARENT $A");
    RunFolder run = run("exit");
    LocalLauncher launcher =
        new LocalLauncher(
            where -> List.of(script.toString()),
            List.of(),
            Map.of("A", "'a b'; $(exit)", "PATH", System.getenv("PATH")),
            false);
    Slot slot = new Slot(1, "GPU-x", Map.of("CUDA_VISIBLE_DEVICES", "GPU-x"));
    assertThat(launcher.start(run, slot).await()).isZero();
    assertThat(run.outputLog())
        .hasContent("GPU-x " + ProcessHandle.current().pid() + " 'a b'; $(exit)");
  }

  @Test
  void launch_noSuchProgram_throwsASentence() throws Exception {
    LocalLauncher launcher = launcher(List.of("/no/such/java"), List.of());
    RunFolder run = run("exit");
    assertThatThrownBy(() -> launcher.start(run, Slot.only()))
        .isInstanceOf(SweepException.class)
        .hasMessage("the process could not be started: /no/such/java is not an executable program");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no echo")
  void launch_withOptions_handsThemOn() throws Exception {
    RunFolder run = run("exit");
    LocalLauncher launcher = launcher(List.of("/bin/echo"), List.of("--meter", "none"));
    assertThat(launch(launcher, run)).isZero();
    assertThat(run.outputLog()).hasContent("train " + folder.toAbsolutePath() + " --meter none");
  }

  @Test
  void new_mainClass_startsThisJavaAgain() throws Exception {
    assertThat(launch(new LocalLauncher(ChildProcessMain.class.getName(), List.of()), run("exit")))
        .isEqualTo(3);
  }

  private static int launch(LocalLauncher launcher, RunFolder run) throws InterruptedException {
    return launcher.start(run, Slot.only()).await();
  }

  /** Start a child and wait until it hangs. */
  private RunProcess hanging(String action) throws Exception {
    RunProcess process = launcher().start(run(action), Slot.only());
    Path sign = folder.resolve("hanging");
    while (Files.notExists(sign) || Files.size(sign) == 0) {
      Thread.sleep(10);
    }
    return process;
  }

  private static void assertGone(long pid) throws InterruptedException {
    for (int i = 0; i < 500 && ProcessHandle.of(pid).isPresent(); i++) {
      Thread.sleep(10);
    }
    // One that nobody has cleared away yet is dead all the same, and has no command any more.
    assertThat(ProcessHandle.of(pid).flatMap(process -> process.info().command())).isEmpty();
  }

  private static LocalLauncher launcher() {
    return new LocalLauncher(LocalLauncherTest::java, List.of(), System.getenv(), false);
  }

  private static List<String> java(Path folder) {
    return JavaCommand.of(
            System.getProperty("java.home"),
            List.of("-Dtiny=yes", "-Xmx64m"),
            System.getProperty("java.class.path"),
            ChildProcessMain.class.getName())
        .withCrashFilesIn(folder)
        .words();
  }

  private static LocalLauncher launcher(List<String> command, List<String> options) {
    return new LocalLauncher(where -> command, options, System.getenv(), false);
  }

  private RunFolder run(String action) throws IOException {
    Files.writeString(folder.resolve("deed"), action);
    return new RunFolder(folder);
  }
}
