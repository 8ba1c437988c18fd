package io.github.greenscreen.run.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.model.RunFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
  @TempDir private Path folder;

  @Test
  void append_writesTheHeaderOnce() {
    LineFile file = new LineFile(folder.resolve("a.csv"));
    assertThat(file.text()).isEmpty();
    file.append("h\n", "1\n", true);
    file.append("h\n", "2\n", false);
    assertThat(file.text()).contains("h\n1\n2\n");
  }

  @Test
  void append_afterHalfALine_cutsItOff() throws IOException {
    LineFile file = new LineFile(folder.resolve("a.csv"));
    Files.writeString(file.path(), "h\n1\n2,äö");
    file.append("h\n", "3\n", true);
    assertThat(file.text()).contains("h\n1\n3\n");
  }

  @Test
  void replace_thatFails_keepsTheOldAndLeavesNothingElse() throws IOException {
    Path occupied = Files.createDirectories(folder.resolve("a/b")).getParent();
    assertThatThrownBy(() -> new LineFile(occupied).replace("new"))
        .isInstanceOf(RunFolderException.class)
        .hasMessageStartingWith("cannot write " + occupied + ": ");
    assertThat(folder.toFile().list()).containsExactly("a");
    assertThat(occupied.resolve("b")).isDirectory();
  }

  @Test
  void delete_ofNothing_isFine() {
    LineFile file = new LineFile(folder.resolve("a"));
    file.delete();
    file.replace("x");
    file.delete();
    assertThat(file.path()).doesNotExist();
  }
}
