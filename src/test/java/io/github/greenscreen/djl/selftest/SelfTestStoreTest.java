package io.github.greenscreen.djl.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfTestStoreTest {
  private static final SelfTestResult RESULT =
      new SelfTestResult(
          EngineSettings.parse("fastest/sse41").orElseThrow(),
          "crashed in lib: f (SIGFPE)",
          18.5,
          "Intel SSE4.1");

  @TempDir private Path folder;

  @Test
  void find_whatWasKept_isTheSame() {
    store("A\nflags\t: fpu").keep(Workloads.of(), RESULT);
    assertThat(store("A\nflags\t: fpu").find(Workloads.of())).contains(RESULT);
  }

  @Test
  void find_otherMachineOrWorkload_isNothing() {
    store("A").keep(Workloads.of(), RESULT);
    assertThat(store("B").find(Workloads.of())).isEmpty();
    assertThat(store("A").find(Workloads.of("batch_size", "5"))).isEmpty();
  }

  @Test
  void find_brokenFile_isNothing() throws IOException {
    store("A").keep(Workloads.of(), RESULT);
    Path file = file();
    String whole = Files.readString(file);
    for (String broken :
        new String[] {
          "",
          "\\u00zz",
          whole.replace("fastest/sse41", "slowest/sse41"),
          whole.replace("18.5", "fast"),
          whole.replace("machine=A", "machine=B"),
        }) {
      Files.writeString(file, broken);
      assertThat(store("A").find(Workloads.of())).as(broken).isEmpty();
    }
  }

  @Test
  void keep_folderCannotBeMade_costsNothing() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    SelfTestStore store = new SelfTestStore(file.resolve("below"), new Machine("A"));
    store.keep(Workloads.of(), RESULT);
    assertThat(store.find(Workloads.of())).isEmpty();
  }

  private SelfTestStore store(String machine) {
    return new SelfTestStore(folder.resolve("new"), new Machine(machine));
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("new"))) {
      return files.findFirst().orElseThrow();
    }
  }
}
