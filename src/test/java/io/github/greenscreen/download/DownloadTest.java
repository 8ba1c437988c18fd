package io.github.greenscreen.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.greenscreen.cli.MessageScan;
import io.github.greenscreen.download.ArchiveServer.Manner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DownloadTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final byte[] content = new byte[200_000];
  private final List<Long> received = new ArrayList<>();
  private final List<OptionalLong> totals = new ArrayList<>();
  private Path part;

  @BeforeEach
  void prepare() {
    new Random(1).nextBytes(content);
    part = folder.resolve("a.part");
  }

  @Test
  void run_nothingThere_fetchesAllAndTellsProgress() throws Exception {
    try (ArchiveServer server = new ArchiveServer(content, Manner.GOOD)) {
      fetch(server, LONG);

      assertThat(server.ranges()).containsExactly("none");
    }
    assertThat(part).hasBinaryContent(content);
    assertThat(received).isSorted().endsWith(200_000L);
    assertThat(totals).containsOnly(OptionalLong.of(200_000));
  }

  @Test
  void run_partThere_asksForTheRest() throws Exception {
    Files.write(part, Arrays.copyOf(content, 150_000));
    try (ArchiveServer server = new ArchiveServer(content, Manner.GOOD)) {
      fetch(server, LONG);

      assertThat(server.ranges()).containsExactly("bytes=150000-");
    }
    assertThat(part).hasBinaryContent(content);
    assertThat(received.get(0)).isGreaterThan(150_000);
    assertThat(totals).containsOnly(OptionalLong.of(200_000));
  }

  @Test
  void run_serverIgnoresRange_startsOver() throws Exception {
    Files.write(part, new byte[150_000]);
    try (ArchiveServer server = new ArchiveServer(content, Manner.IGNORES_RANGE)) {
      fetch(server, LONG);
    }
    assertThat(part).hasBinaryContent(content);
  }

  @Test
  void run_longerPartAndServerIgnoresRange_leavesNoOldTail() throws Exception {
    Files.write(part, new byte[300_000]);
    try (ArchiveServer server = new ArchiveServer(content, Manner.IGNORES_RANGE)) {
      fetch(server, LONG);
    }
    assertThat(part).hasBinaryContent(content);
  }

  @Test
  void run_serverAnswersOtherRange_startsOver() throws Exception {
    Files.write(part, new byte[150_000]);
    try (ArchiveServer server = new ArchiveServer(content, Manner.WRONG_RANGE, Manner.GOOD)) {
      fetch(server, LONG);

      assertThat(server.ranges()).containsExactly("bytes=150000-", "none");
    }
    assertThat(part).hasBinaryContent(content);
  }

  @Test
  void run_partIsWhole_takesItAsItIs() throws Exception {
    Files.write(part, content);
    try (ArchiveServer server = new ArchiveServer(content, Manner.GOOD)) {
      fetch(server, LONG);

      assertThat(server.ranges()).containsExactly("bytes=200000-");
    }
    assertThat(part).hasBinaryContent(content);
  }

  @Test
  void run_partIsTooLong_startsOver() throws Exception {
    Files.write(part, new byte[200_001]);
    try (ArchiveServer server = new ArchiveServer(content, Manner.GOOD)) {
      fetch(server, LONG);

      assertThat(server.ranges()).containsExactly("bytes=200001-", "none");
    }
    assertThat(part).hasBinaryContent(content);
  }

  @Test
  void run_connectionBreaks_goesOnByItself() throws Exception {
    try (ArchiveServer server = new ArchiveServer(content, Manner.BREAKS, Manner.GOOD)) {
      fetch(server, LONG);

      assertThat(server.ranges()).hasSize(2).first().isEqualTo("none");
      assertThat(server.ranges().get(1)).matches("bytes=[1-9]\\d*-");
    }
    assertThat(part).hasBinaryContent(content);
  }

  @Test
  void run_lengthUnknown_fetchesAll() throws Exception {
    try (ArchiveServer server = new ArchiveServer(content, Manner.UNKNOWN_LENGTH)) {
      fetch(server, LONG);
    }
    assertThat(part).hasBinaryContent(content);
    assertThat(totals).containsOnly(OptionalLong.empty());
  }

  @Test
  void run_serverFallsSilent_breaksOffAndGoesOn() throws Exception {
    try (ArchiveServer server = new ArchiveServer(content, Manner.STALLS, Manner.GOOD)) {
      fetch(server, Duration.ofMillis(500));

      assertThat(server.ranges()).hasSize(2);
    }
    assertThat(part).hasBinaryContent(content);
  }

  @Test
  void run_missing_saysWhatTheServerAnswered() throws Exception {
    try (ArchiveServer server = new ArchiveServer(content, Manner.MISSING)) {
      assertThatExceptionOfType(DownloadException.class)
          .isThrownBy(() -> fetch(server, LONG))
          .withMessage(server.base() + "a: the server answered 404, expected the file (200)");
    }
  }

  @Test
  void run_noServer_saysWhereItStopped() throws IOException {
    URI gone;
    try (ArchiveServer server = new ArchiveServer(content, Manner.GOOD)) {
      gone = server.base().resolve("a");
    }
    Files.write(part, new byte[1234]);

    assertThatExceptionOfType(DownloadException.class)
        .isThrownBy(() -> new Download(gone, part, LONG, this::note).run())
        .withMessage(
            gone + ": the download was interrupted after 1,234 bytes (no connection to 127.0.0.1)");
    assertThat(part).hasSize(1234);
  }

  @Test
  void run_unknownHost_namesIt() {
    URI nowhere = URI.create("http://nowhere.invalid/a");

    assertThatExceptionOfType(DownloadException.class)
        .isThrownBy(() -> new Download(nowhere, part, LONG, this::note).run())
        .withMessage(
            nowhere
                + ": the download was interrupted after 0 bytes (no connection to nowhere.invalid: "
                + "unknown host name)");
  }

  @Test
  void run_partCannotBeWritten_saysWhy() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    try (ArchiveServer server = new ArchiveServer(content, Manner.GOOD)) {
      URI address = server.base().resolve("a");

      assertThatExceptionOfType(DownloadException.class)
          .isThrownBy(() -> new Download(address, taken, LONG, this::note).run())
          .satisfies(e -> MessageScan.check(e.getMessage()));
    }
  }

  private void fetch(ArchiveServer server, Duration timeout) throws InterruptedException {
    new Download(server.base().resolve("a"), part, timeout, this::note).run();
  }

  private void note(long done, OptionalLong total) {
    received.add(done);
    totals.add(total);
  }
}
