package io.github.greenscreen.run.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void replace_anOldFile_leavesOnlyTheNewContent() throws IOException {
    Path file = Files.writeString(folder.resolve("a.bin"), "something longer than the new one");

    AtomicFile.replace(file, new byte[] {1, 2});

    assertThat(file).hasBinaryContent(new byte[] {1, 2});
    assertThat(names()).containsExactly("a.bin");
  }

  @Test
  void replace_aFolderInTheWay_failsAndLeavesNothingBehind() throws IOException {
    Path inTheWay = Files.createDirectories(folder.resolve("a.bin/child")).getParent();

    assertThatThrownBy(() -> AtomicFile.replace(inTheWay, new byte[1]))
        .isInstanceOf(IOException.class);

    assertThat(names()).containsExactly("a.bin");
    assertThat(inTheWay.resolve("child")).isDirectory();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need privileges there")
  void replace_linksInTheWay_areReplacedAndNotFollowed() throws IOException {
    Path outside = Files.writeString(folder.resolve("precious"), "precious");
    Path file = folder.resolve("a.bin");
    Files.createSymbolicLink(file, outside);
    long pid = ProcessHandle.current().pid();
    Files.createSymbolicLink(folder.resolve(".a.bin." + pid), outside);

    AtomicFile.replace(file, new byte[] {1, 2});

    assertThat(outside).hasContent("precious");
    assertThat(file).hasBinaryContent(new byte[] {1, 2});
    assertThat(Files.isSymbolicLink(file)).isFalse();
    assertThat(names()).containsExactlyInAnyOrder("a.bin", "precious");
  }

  private String[] names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toArray(String[]::new);
    }
  }
}
