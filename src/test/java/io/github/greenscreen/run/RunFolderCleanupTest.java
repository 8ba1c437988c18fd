package io.github.greenscreen.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.lock.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderCleanupTest {
  /** More than any process number. */
  private static final String DEAD = "4999999";

  @TempDir Path folder;

  @Test
  void clearTraces_ofADeadProcess_deletesThemAlone() throws IOException {
    String own = ".status.yaml." + ProcessHandle.current().pid();
    for (String name : new String[] {".status.yaml." + DEAD, own, "logs.csv", "run.lock"}) {
      Files.writeString(folder.resolve(name), "x");
    }
    new RunFolder(folder).repair().clearTraces();
    assertThat(folder)
        .isDirectoryNotContaining("glob:**/run.lock")
        .isDirectoryNotContaining("glob:**/.status.yaml." + DEAD)
        .isDirectoryContaining("glob:**/" + own)
        .isDirectoryContaining("glob:**/logs.csv");
  }

  @Test
  void clearTraces_lockThatIsHeld_staysAndSoDoesALink() throws IOException {
    RunFolder run = new RunFolder(folder);
    FolderLock lock = run.lock();
    run.repair().clearTraces();
    assertThat(folder.resolve("run.lock")).exists();
    lock.close();
    Path victim = Files.writeString(folder.resolve("victim"), "precious");
    Files.createSymbolicLink(folder.resolve("run.lock"), victim);
    run.repair().clearTraces();
    assertThat(folder.resolve("run.lock")).isSymbolicLink();
    assertThat(victim).hasContent("precious");
  }

  @Test
  void clearTraces_noFolder_doesNothing() {
    new RunFolder(folder.resolve("gone")).repair().clearTraces();
    assertThat(folder.resolve("gone")).doesNotExist();
  }

  @Test
  void findCutFile_lastLineIsHalf_namesTheFile() throws IOException {
    RunFolderCleanup repair = new RunFolder(folder).repair();
    Files.writeString(folder.resolve("parameters.yaml"), "model: resnet20\n");
    assertThat(repair.findCutFile()).isEmpty();
    Files.writeString(folder.resolve("status.yaml"), "state: comple");
    assertThat(repair.findCutFile()).contains("status.yaml");
  }
}
