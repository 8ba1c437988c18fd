package io.github.greenscreen.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.greenscreen.data.image.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchiveTest {
  @TempDir private Path temporary;
  private Path archive;
  private Path target;

  @BeforeEach
  void prepare() {
    archive = temporary.resolve("a.tar.gz");
    target = temporary.resolve("in").resolve("target");
  }

  @Test
  void unpack_filesAndFolders_writesThem() throws IOException {
    write(new TarGz().file("d/e/one.txt", "1").file("./two.txt", "2").file("d/../three.txt", "3"));

    Archive.unpack(archive, target);

    assertThat(target.resolve("d/e/one.txt")).hasContent("1");
    assertThat(target.resolve("two.txt")).hasContent("2");
    assertThat(target.resolve("three.txt")).hasContent("3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../evil", "d/../../evil", "/tmp/greenscreen-evil", "..\\evil", "../target2/evil"})
  void unpack_pathThatEscapes_isRefused(String name) throws IOException {
    write(new TarGz().file(name, "evil"));

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Archive.unpack(archive, target))
        .withMessageStartingWith(archive + ": entry \"")
        .withMessageEndingWith(
            "\" would leave the target folder, expected plain files and folders only; "
                + "nothing was unpacked: fetch it from the official address");
    assertThat(temporary.resolve("in")).isDirectoryNotContaining("glob:**evil");
    assertThat(temporary.resolve("in/target2")).doesNotExist();
    assertThat(Path.of("/tmp/greenscreen-evil")).doesNotExist();
  }

  @Test
  void unpack_symbolicLink_isRefused() throws IOException {
    write(new TarGz().link("out", "/tmp", TarConstants.LF_SYMLINK).file("out/evil", "evil"));

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Archive.unpack(archive, target))
        .withMessageContaining("entry \"out\" is a link, expected");
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void unpack_hardLink_isRefused() throws IOException {
    write(new TarGz().link("pass", "/etc/passwd", TarConstants.LF_LINK));

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Archive.unpack(archive, target))
        .withMessageContaining("entry \"pass\" is a link, expected");
  }

  @Test
  void unpack_device_isRefused() throws IOException {
    write(new TarGz().fifo("pipe"));

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Archive.unpack(archive, target))
        .withMessageContaining("entry \"pipe\" is neither a file nor a folder, expected");
  }

  @Test
  void unpack_entryTwice_isRefused() throws IOException {
    write(new TarGz().file("a", "1").file("a", "2"));

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Archive.unpack(archive, target))
        .withMessageContaining("entry \"a\" appears twice, expected");
    assertThat(target.resolve("a")).hasContent("1");
  }

  @Test
  void unpack_noArchive_fails() throws IOException {
    Files.writeString(archive, "<html>not found</html>");

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> Archive.unpack(archive, target));
  }

  private void write(TarGz content) throws IOException {
    Files.write(archive, content.bytes());
  }
}
