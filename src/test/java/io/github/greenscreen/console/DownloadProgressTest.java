package io.github.greenscreen.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class DownloadProgressTest {
  private final StringWriter text = new StringWriter();

  @Test
  void fetch_piped_saysBeginAndEnd() {
    DownloadProgress progress = progress(Terminal.plain());

    progress.started(URI.create("https://example.org/a.tar.gz"), 2_500_000);
    progress.received(5_000_000, OptionalLong.of(10_000_000));
    progress.unpacking(Path.of("cache"));

    assertThat(text.toString().lines())
        .containsExactly(
            "fetching https://example.org/a.tar.gz, 2.5 MB already downloaded",
            "unpacking into cache");
  }

  @Test
  void received_onTerminal_movesTheBar() {
    progress(new Terminal(60, false)).received(5_000_000, OptionalLong.of(10_000_000));

    assertThat(text.toString()).contains("]  50 %  cifar10, 5.0 MB");
  }

  @Test
  void received_sizeUnknown_showsTheBytes() {
    progress(new Terminal(60, false)).received(5_000_000, OptionalLong.empty());

    assertThat(text.toString()).contains("cifar10, 5.0 MB");
  }

  private DownloadProgress progress(Terminal terminal) {
    return new DownloadProgress(
        "cifar10", new ProgressBar(new PrintWriter(text), terminal, () -> 0));
  }
}
