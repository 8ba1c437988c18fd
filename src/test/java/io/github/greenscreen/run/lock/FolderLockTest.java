package io.github.greenscreen.run.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.LockHoldingMain;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.io.ProcessIdentity;
import io.github.greenscreen.run.model.RunFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FolderLockTest {
  @TempDir Path folder;

  @Test
  void lock_freeFolder_isTakenAndLeavesNothingBehind() {
    FolderLock lock = store().lock();
    assertThat(file()).exists();
    lock.close();
    assertThat(file()).doesNotExist();
    store().lock().close();
    assertThat(file()).doesNotExist();
  }

  @Test
  void lock_heldByAnotherProcess_namesHostProcessAndTime() throws Exception {
    Process other = other();
    assertThatThrownBy(() -> store().lock())
        .isInstanceOf(LockedException.class)
        .hasMessageMatching(
            ("\\Q%s is in use by a sweep, process %s on %s since \\E2.*Z; wait until it "
                    + "finishes, or choose another folder with --runs")
                .formatted(folder, Long.toString(other.pid()), LockOwner.hostName()));
    other.getOutputStream().close();
    assertThat(other.waitFor()).isZero();
    assertThat(file()).doesNotExist();
  }

  @Test
  void lock_ofAProcessKilledWithoutMercy_isTakenOver() throws Exception {
    Process other = other();
    other.destroyForcibly().waitFor();
    assertThat(file()).exists();
    FolderLock lock = store().lock();
    assertThat(FolderLock.holder(file()).orElseThrow().pid())
        .isEqualTo(ProcessHandle.current().pid());
    lock.close();
    assertThat(file()).doesNotExist();
  }

  @Test
  void lock_twiceInThisProcess_isRefused() {
    FolderLock lock = store().lock();
    assertThatThrownBy(() -> store().lock()).isInstanceOf(LockedException.class);
    assertThatThrownBy(() -> store().lock()).isInstanceOf(LockedException.class);
    lock.close();
    store().lock().close();
  }

  @Test
  void lock_whoseNumberAnotherProcessHasNow_isTakenOver() throws IOException {
    LockOwner self = LockOwner.self();
    LockOwner former = new LockOwner(self.host(), self.pid(), "before:1", self.since());
    Files.writeString(file(), former.format());
    assertThat(FolderLock.holder(file())).isEmpty();
    store().lock().close();
  }

  @Test
  void lock_ofALivingProcessThatTheSystemDoesNotLock_isRefused() throws IOException {
    long pid = ProcessHandle.current().parent().orElseThrow().pid();
    String life = ProcessIdentity.of(pid).orElseThrow();
    LockOwner holder = new LockOwner(LockOwner.hostName(), pid, life, Instant.EPOCH);
    Files.writeString(file(), holder.format());
    assertThatThrownBy(() -> store().lock())
        .isInstanceOf(LockedException.class)
        .hasMessageContaining("process " + pid + " on ");
    assertThat(FolderLock.holder(file())).hasValue(holder);
    assertThat(holder.process().map(ProcessHandle::pid)).hasValue(pid);
  }

  @Test
  void lock_ofAnotherMachine_isRefusedWithTheWayToTakeItOver() throws IOException {
    Files.writeString(
        file(), new LockOwner("elm", 99, "x:1", Instant.parse("2026-01-31T12:00:00Z")).format());
    assertThatThrownBy(() -> store().lock())
        .isInstanceOf(LockedException.class)
        .hasMessage(
            "%s is in use by a sweep, process 99 on elm since 2026-01-31T12:00:00Z; if it "
                + "is no longer running, delete %s and try again, else wait until it finishes, "
                + "or choose another folder with --runs",
            folder, file());
    assertThat(FolderLock.holder(file())).isPresent();
  }

  @Test
  void lock_brokenFile_isTakenOver() throws IOException {
    for (String text : List.of("", "host: elm\npid: n", "\u0000\u0001", "- a\n- b\n")) {
      Files.writeString(file(), text);
      store().lock().close();
      assertThat(file()).doesNotExist();
    }
  }

  @Test
  void lock_symbolicLink_isNeverFollowed() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), "precious");
    Files.createSymbolicLink(file(), outside);
    assertThatThrownBy(() -> store().lock())
        .isInstanceOf(RunFolderException.class)
        .hasMessage(file() + " is not a regular file; delete it and try again");
    assertThat(outside).hasContent("precious");
    Files.delete(file());
    Files.createSymbolicLink(file(), folder.resolve("missing"));
    assertThatThrownBy(() -> store().lock()).isInstanceOf(RunFolderException.class);
    assertThat(folder.resolve("missing")).doesNotExist();
  }

  @Test
  void lock_runFolderThatIsALink_isRefused() throws IOException {
    Path real = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(folder.resolve("001"), real);
    assertThatThrownBy(() -> new RunFolder(link).lock())
        .isInstanceOf(RunFolderException.class)
        .hasMessage(link + " is a symbolic link; a run needs a real folder of its own");
    assertThat(real).isEmptyDirectory();
  }

  @Test
  void during_workThatFails_givesTheLockBack() {
    FolderLock lock = store().lock();
    assertThatThrownBy(
            () ->
                lock.during(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(file()).doesNotExist();
  }

  @Test
  void life_ofADeadProcess_isNone() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    assertThat(ProcessIdentity.of(dead.pid())).isEmpty();
    assertThat(ProcessIdentity.of(ProcessHandle.current().pid())).isPresent();
  }

  private RunStore store() {
    return new RunStore(folder);
  }

  private Path file() {
    return folder.resolve("sweep.lock");
  }

  /** Start a process that has the lock. */
  private Process other() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHoldingMain.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.inputReader().readLine()).isEqualTo("locked");
    return process;
  }
}
