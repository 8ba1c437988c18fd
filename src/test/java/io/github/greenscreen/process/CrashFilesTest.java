package io.github.greenscreen.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashFilesTest {
  @TempDir Path folder;

  @Test
  void since_fileOfAnEarlierCrash_isLeftOut() throws IOException {
    write("hs_err_pid1.log", "SIGFPE", 1);
    CrashFiles before = CrashFiles.in(folder);
    assertThat(before.since()).isEmpty();
    write("output.log", "SIGBUS", 5);
    assertThat(before.since()).isEmpty();
    write("hs_err_pid3.log", "SIGILL", 3);
    write("hs_err_pid2.log", "SIGSEGV", 2);
    assertThat(before.since().map(Crash::signal)).contains("SIGILL");
    assertThat(before.since().map(Crash::file)).contains("hs_err_pid3.log");
  }

  @Test
  void since_sameProcessNumberAgain_isFound() throws IOException {
    write("hs_err_pid1.log", "SIGFPE", 1);
    CrashFiles before = CrashFiles.in(folder);
    write("hs_err_pid1.log", "SIGILL", 2);
    assertThat(before.since().map(Crash::signal)).contains("SIGILL");
  }

  @Test
  void in_folderThatIsNotThere_knowsNothing() {
    assertThat(CrashFiles.in(folder.resolve("gone")).since()).isEmpty();
  }

  private void write(String name, String signal, long second) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#  " + signal + " (0x8) at pc=0x0, pid=1, tid=2\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1000 * second));
  }
}
