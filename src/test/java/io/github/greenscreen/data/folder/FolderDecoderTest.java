package io.github.greenscreen.data.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderDecoderTest {
  @TempDir private Path folder;

  @Test
  void decode_imageBeyondTheBudget_isRefusedWithNumbers() throws IOException {
    ImageFile large = file(ImageFiles.png(folder.resolve("large.png"), 600, 500, 0));
    List<String> problems = new ArrayList<>();

    FolderDecoder.decode(List.of(large), 8, problems, new DecodingBudget(2 << 20));

    assertThat(problems)
        .containsExactly(
            "large.png: decoding it needs 4 MiB of memory, but only 2 MiB are available; make it smaller, "
                + "or set GREENSCREEN_OPTS=-Xmx1g");
  }

  @Test
  void decode_moreImagesThanTheBudgetHoldsAtOnce_waits() throws IOException {
    Path path = ImageFiles.png(folder.resolve("a.png"), 300, 300, 0x112233);
    List<ImageFile> files = IntStream.range(0, 40).mapToObj(i -> file(path)).toList();
    List<String> problems = new ArrayList<>();

    byte[] pixels = FolderDecoder.decode(files, 8, problems, new DecodingBudget(3 << 20));

    assertThat(problems).isEmpty();
    assertThat(pixels).hasSize(40 * 3 * 64).containsOnly(0x11, 0x22, 0x33);
  }

  @Test
  void decode_vanishedFile_isAProblem() {
    List<String> problems = new ArrayList<>();
    Path gone = folder.resolve("gone.png");

    FolderDecoder.decode(List.of(new ImageFile("gone.png", gone, 0, 9, 0)), 8, problems);

    assertThat(problems).containsExactly("gone.png: cannot be read (does not exist)");
  }

  private static ImageFile file(Path path) {
    try {
      return new ImageFile(path.getFileName().toString(), path, 0, Files.size(path), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
