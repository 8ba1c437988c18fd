package io.github.greenscreen.cli.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineWriterTest {
  private final List<String> pieces = new ArrayList<>();
  private final LineWriter writer = new LineWriter(recording(pieces));

  @Test
  void write_partsOfALine_arriveInOnePiece() throws IOException {
    writer.write("epoch ");
    writer.write("1/2");
    assertThat(pieces).isEmpty();

    writer.write("\nnext");

    assertThat(pieces).containsExactly("epoch 1/2\n");
    writer.flush();
    assertThat(pieces).containsExactly("epoch 1/2\n", "next");
  }

  @Test
  void write_largeTable_arrivesInOnePiece() throws IOException {
    String table = "a line of a table ✓\n".repeat(5_000);

    writer.write(table);

    assertThat(pieces).containsExactly(table);
  }

  @Test
  void write_twoWritersOfOneStream_keepTheOrderOfLines() {
    PrintWriter results = new PrintWriter(writer);
    PrintWriter others = new PrintWriter(new LineWriter(recording(pieces)), true);

    results.print("table\nwith two lines\n");
    others.println("warning");
    results.printf("%s: %d%n", "sum", 3);
    others.print("[###");
    others.flush();

    assertThat(String.join("", pieces)).isEqualTo("table\nwith two lines\nwarning\nsum: 3\n[###");
  }

  @Test
  void write_streamFails_throwsWhatItSaid() {
    LineWriter full = new LineWriter(failing("No space left on device"));

    assertThatThrownBy(() -> full.write("line\n")).hasMessage("No space left on device");
  }

  @Test
  void resultWriter_afterAFailure_writesNothingMore() {
    List<String> written = new ArrayList<>();
    int[] calls = {0};
    OutputStream once =
        new OutputStream() {
          @Override
          public void write(int b) {}

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            if (calls[0]++ == 0) {
              throw new IOException("No space left on device");
            }
            written.add("more");
          }
        };
    ResultWriter results = new ResultWriter(new LineWriter(once));

    results.println("first");
    results.println("second");

    assertThat(results.checkError()).isTrue();
    assertThat(results.failure())
        .hasValueSatisfying(e -> assertThat(e).hasMessage("No space left on device"));
    assertThat(written).isEmpty();
  }

  @Test
  void standardOutput_whereAPipeWas_saysSoInEveryLanguage(@TempDir Path folder) throws IOException {
    Path pipe = Files.createSymbolicLink(folder.resolve("pipe"), Path.of("pipe:[123]"));
    Path socket = Files.createSymbolicLink(folder.resolve("socket"), Path.of("socket:[123]"));
    Path file = Files.createSymbolicLink(folder.resolve("file"), Path.of("/a/pipe"));

    assertThat(isClosedPipe("Przerwany potok", pipe)).isTrue();
    assertThat(isClosedPipe("Przerwany potok", socket)).isTrue();
    assertThat(isClosedPipe("Broken pipe", folder.resolve("no /proc"))).isTrue();
    assertThat(isClosedPipe("Brak miejsca", file)).isFalse();
    assertThat(isClosedPipe("No space left on device", folder.resolve("no /proc"))).isFalse();
  }

  private static boolean isClosedPipe(String said, Path link) {
    ResultWriter results =
        new ResultWriter(new LineWriter(new StandardOutput(failing(said), link)));
    results.println("line");
    return ResultWriter.isClosedPipe(results.failure().orElseThrow());
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  private static OutputStream recording(List<String> pieces) {
    return new ByteArrayOutputStream() {
      @Override
      public void write(byte[] bytes) {
        pieces.add(new String(bytes, StandardCharsets.UTF_8));
      }
    };
  }
}
