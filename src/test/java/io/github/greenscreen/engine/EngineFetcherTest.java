package io.github.greenscreen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.greenscreen.download.DownloadListener;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineFetcherTest {
  private static final Platform LINUX = new Platform("linux", "x86_64");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final DownloadListener SILENT = (done, total) -> {};
  private static final String PREFIX = "cu128/linux-x86_64/native/lib/";

  @TempDir private Path temporary;
  private final byte[] torch = new byte[20_000];
  private final byte[] cuda = new byte[90_000];
  private EngineServer server;
  private Path target;

  @BeforeEach
  void publish() throws IOException {
    new Random(1).nextBytes(torch);
    new Random(2).nextBytes(cuda);
    target = temporary.resolve("engines/new");
    server =
        new EngineServer()
            .library(PREFIX + "libtorch.so", torch)
            .library(PREFIX + "libtorch_cuda.so", cuda)
            .library(PREFIX + "libstdc%2B%2B.so.6", new byte[10])
            .library(PREFIX + "libcufile_rdma-5257f22c.so.1", new byte[10])
            .library("cpu/linux-x86_64/native/lib/libtorch.so", new byte[5])
            .indexed("jnilib/0.35.1/linux-x86_64/cu128/libdjl_torch.so");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fetch_nothingThere_unpacksTheLibrariesOfTheFlavorAndMarksThemComplete() throws Exception {
    List<Long> received = new ArrayList<>();
    List<OptionalLong> totals = new ArrayList<>();
    DownloadListener listener =
        (done, total) -> {
          received.add(done);
          totals.add(total);
        };

    assertThat(fetch(listener)).isEqualTo(target);

    assertThat(names(target))
        .containsExactly(
            "greenscreen-engine.txt", "libstdc++.so.6", "libtorch.so", "libtorch_cuda.so");
    assertThat(target.resolve("libtorch.so")).hasBinaryContent(torch);
    assertThat(target.resolve("libtorch_cuda.so")).hasBinaryContent(cuda);
    assertThat(target.resolve("greenscreen-engine.txt"))
        .hasContent(
            "PyTorch 2.7.1 cu128\n10 libstdc++.so.6\n20000 libtorch.so\n90000 libtorch_cuda.so\n");
    assertThat(names(target.getParent())).containsExactly("new", "new.lock");
    long all = totals.get(0).orElseThrow();
    assertThat(received).isSorted().endsWith(all);
    assertThat(totals).containsOnly(OptionalLong.of(all));
  }

  @Test
  void fetch_complete_asksNobody() throws Exception {
    fetch(SILENT);
    int before = server.gets().size();

    fetch(SILENT);

    assertThat(server.gets()).hasSize(before);
  }

  @Test
  void fetch_brokenOffBefore_goesOnWithFileAndPart() throws Exception {
    Path part = Files.createDirectories(temporary.resolve("engines/new.cu128.part"));
    Files.write(part.resolve("libtorch.so"), torch);
    byte[] packed = EngineServer.packed(cuda);
    Files.write(part.resolve("libtorch_cuda.so.gz"), Arrays.copyOf(packed, 50_000));

    fetch(SILENT);

    assertThat(target.resolve("libtorch_cuda.so")).hasBinaryContent(cuda);
    assertThat(server.gets())
        .contains(PREFIX + "libtorch_cuda.so.gz bytes=50000-")
        .doesNotContain(PREFIX + "libtorch.so.gz");
  }

  @Test
  void fetch_connectionsBreak_keepsWhatArrivedForTheNextTime() throws Exception {
    server.cutsOff(PREFIX + "libtorch_cuda.so.gz");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> fetch(SILENT))
        .withMessageStartingWith(
            server.base() + PREFIX + "libtorch_cuda.so.gz: the download was interrupted after ");
    assertThat(target).doesNotExist();
    server.cutsOff("");
    fetch(SILENT);

    assertThat(target.resolve("libtorch_cuda.so")).hasBinaryContent(cuda);
    assertThat(server.gets().stream().filter(get -> get.equals(PREFIX + "libtorch.so.gz")))
        .hasSize(1);
  }

  @Test
  void fetch_serverFallsSilent_givesUp() {
    server.fallsSilent(PREFIX + "libtorch.so.gz");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> fetcher(Duration.ofMillis(300)).fetch(Flavor.CU128, target, SILENT))
        .withMessageEndingWith(" bytes (no data received for 0.3 s)");
    assertThat(target).doesNotExist();
  }

  @Test
  void fetch_fileArrivesDamaged_deletesItAndSaysSo() throws Exception {
    byte[] damaged = EngineServer.packed(torch);
    damaged[damaged.length / 2] ^= 1;
    server.file(PREFIX + "libtorch.so.gz", damaged);

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> fetch(SILENT))
        .withMessageMatching(
            "http://\\S+/libtorch\\.so\\.gz arrived damaged \\(.+\\) and was deleted; run "
                + "the same command again; if the problem persists, check the network connection "
                + "to that server");
    assertThat(temporary.resolve("engines/new.cu128.part/libtorch.so.gz")).doesNotExist();
    assertThat(temporary.resolve("engines/new.cu128.part/libtorch.so")).doesNotExist();
  }

  @Test
  void fetch_fileCutOffOnTheServer_isDamaged() throws Exception {
    byte[] packed = EngineServer.packed(torch);
    server.file(PREFIX + "libtorch.so.gz", Arrays.copyOf(packed, packed.length - 10));

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> fetch(SILENT))
        .withMessageContaining("arrived damaged");
  }

  @Test
  void fetch_fileIsMissing_saysWhichAndLeavesNoFolder() {
    server.indexed(PREFIX + "libgone.so.gz");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> fetch(SILENT))
        .withMessage(
            server.base()
                + PREFIX
                + "libgone.so.gz: the server answered 404, expected the file (200)");
    assertThat(target).doesNotExist();
  }

  @Test
  void fetch_noSuchFlavorInTheIndex_saysSo() {
    server.file(
        "files.txt", "cu126/linux-x86_64/native/lib/a.so.gz\n".getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> fetch(SILENT))
        .withMessage(
            server.base()
                + "files.txt lists no library below cu128/linux-x86_64/; expected the "
                + "libraries of PyTorch 2.7.1");
  }

  @Test
  void fetch_nameThatWouldLeaveTheFolder_isRefused() {
    server.indexed(PREFIX + "..%2Fevil.so.gz");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> fetch(SILENT))
        .withMessageContaining("is not a library name");
  }

  @Test
  void fetch_libraryRemovedAndAnotherCutOff_fetchesJustThese() throws Exception {
    fetch(SILENT);
    Files.delete(target.resolve("libtorch.so"));
    Files.write(target.resolve("libtorch_cuda.so"), new byte[7]);
    int before = server.gets().size();

    fetch(SILENT);

    assertThat(target.resolve("libtorch.so")).hasBinaryContent(torch);
    assertThat(target.resolve("libtorch_cuda.so")).hasBinaryContent(cuda);
    assertThat(server.gets().subList(before, server.gets().size()))
        .containsExactly("files.txt", PREFIX + "libtorch.so.gz", PREFIX + "libtorch_cuda.so.gz");
  }

  @Test
  void fetch_emptyFolderThere_isFilled() throws Exception {
    Files.createDirectories(target);

    fetch(SILENT);

    assertThat(target.resolve("libtorch.so")).exists();
  }

  @Test
  void fetch_otherFilesThere_leavesThemAlone() throws Exception {
    Files.createDirectories(target);
    Files.writeString(target.resolve("thesis.tex"), "");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> fetch(SILENT))
        .withMessage(
            target
                + " does not contain PyTorch for CUDA 12.8; use --to with an empty or new folder");
    assertThat(target.resolve("thesis.tex")).exists();
  }

  @Test
  void fetch_fileInTheWayOfTheFolder_saysSo() throws Exception {
    Files.writeString(temporary.resolve("engines"), "");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> fetch(SILENT))
        .withMessageStartingWith(target + ": cannot write the PyTorch libraries (");
  }

  @Test
  void fetch_twoAtOnce_fetchOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<Path> work = () -> fetch(SILENT);
      List<Future<Path>> both = threads.invokeAll(List.of(work, work));
      for (Future<Path> one : both) {
        assertThat(one.get()).isEqualTo(target);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(server.gets()).doesNotHaveDuplicates();
  }

  @Test
  void fetch_anotherHoldsTheLock_saysThatItWaits() throws Exception {
    Files.createDirectories(target.getParent());
    CountDownLatch waiting = new CountDownLatch(1);
    DownloadListener listener =
        new DownloadListener() {
          @Override
          public void received(long done, OptionalLong total) {}

          @Override
          public void waiting(Path folder) {
            waiting.countDown();
          }
        };
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (FileChannel channel = open(temporary.resolve("engines/new.lock"))) {
      FileLock lock = channel.lock();
      Future<Path> fetch = thread.submit(() -> fetch(listener));
      waiting.await();
      assertThat(server.gets()).isEmpty();
      lock.release();
      assertThat(fetch.get()).isEqualTo(target);
    } finally {
      thread.shutdownNow();
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private Path fetch(DownloadListener listener) throws InterruptedException {
    return fetcher(LONG).fetch(Flavor.CU128, target, listener);
  }

  private EngineFetcher fetcher(Duration timeout) {
    return new EngineFetcher(server.base(), LINUX, timeout);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
