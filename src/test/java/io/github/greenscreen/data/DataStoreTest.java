package io.github.greenscreen.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.greenscreen.checksum.Sha256;
import io.github.greenscreen.data.folder.ImageFiles;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.download.ArchiveServer;
import io.github.greenscreen.download.ArchiveServer.Manner;
import io.github.greenscreen.download.DownloadListener;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataStoreTest {
  private static final DownloadListener SILENT = (done, total) -> {};

  @TempDir private Path temporary;
  private Path cache;
  private Path home;
  private byte[] archive;

  @BeforeEach
  void prepare() throws IOException {
    cache = temporary.resolve("deep").resolve("cache");
    home = cache.resolve("cifar-10-batches-bin");
    Path source = CifarFiles.cifar10(temporary.resolve("source"), 2);
    archive = new TarGz().folder("cifar-10-batches-bin", source).bytes();
  }

  @Test
  void fetch_goodServer_installsAndLeavesNothingElse() throws Exception {
    try (ArchiveServer server = new ArchiveServer(archive, Manner.GOOD)) {
      assertThat(store(server.base(), archive).fetch("cifar10", SILENT)).isEqualTo(home);
    }

    assertThat(DataSets.open("cifar10", Optional.empty(), cache).size()).isEqualTo(10);
    assertThat(namesIn(cache)).containsExactly("cifar-10-batches-bin");
  }

  @Test
  void fetch_asksForOfficialNames() throws Exception {
    Path source = CifarFiles.cifar100(temporary.resolve("source100"), 4, 2);
    byte[] other = new TarGz().folder("cifar-100-binary", source).bytes();
    List<URI> asked = new ArrayList<>();
    List<Path> unpacked = new ArrayList<>();
    DownloadListener listener =
        new DownloadListener() {
          @Override
          public void received(long done, OptionalLong total) {}

          @Override
          public void started(URI address, long present) {
            asked.add(address);
          }

          @Override
          public void unpacking(Path folder) {
            unpacked.add(folder);
          }
        };
    try (ArchiveServer server = new ArchiveServer(other, Manner.GOOD)) {
      store(server.base(), other).fetch("cifar100", listener);

      assertThat(asked).containsExactly(server.base().resolve("cifar-100-binary.tar.gz"));
    }
    assertThat(unpacked).containsExactly(cache.resolve("cifar-100-binary"));
    assertThat(DataSets.open("cifar100", Optional.empty(), cache).size()).isEqualTo(4);
  }

  @Test
  void fetch_alreadyThere_asksNobody() throws Exception {
    try (ArchiveServer server = new ArchiveServer(archive, Manner.GOOD)) {
      DataStore store = store(server.base(), archive);
      store.fetch("cifar10", SILENT);
      store.fetch("cifar10", SILENT);

      assertThat(server.ranges()).hasSize(1);
    }
  }

  @Test
  void fetch_brokenFolderThere_replacesIt() throws Exception {
    CifarFiles.cifar10(home, 3);
    Files.write(home.resolve("data_batch_2.bin"), new byte[100]);
    try (ArchiveServer server = new ArchiveServer(archive, Manner.GOOD)) {
      store(server.base(), archive).fetch("cifar10", SILENT);
    }

    assertThat(DataSets.open("cifar10", Optional.empty(), cache).size()).isEqualTo(10);
    assertThat(namesIn(cache)).containsExactly("cifar-10-batches-bin");
  }

  @Test
  void fetch_earlierDownloadBroken_goesOn() throws Exception {
    Files.createDirectories(cache);
    Files.write(cache.resolve("cifar-10-binary.tar.gz.part"), Arrays.copyOf(archive, 77));
    try (ArchiveServer server = new ArchiveServer(archive, Manner.GOOD)) {
      store(server.base(), archive).fetch("cifar10", SILENT);

      assertThat(server.ranges()).containsExactly("bytes=77-");
    }
    assertThat(DataSets.open("cifar10", Optional.empty(), cache).size()).isEqualTo(10);
  }

  @Test
  void fetch_serverHasNoArchive_saysWhatToDo() throws Exception {
    try (ArchiveServer server = new ArchiveServer(archive, Manner.MISSING)) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> store(server.base(), archive).fetch("cifar10", SILENT))
          .withMessage(
              server.base()
                  + "cifar-10-binary.tar.gz: the server answered 404, expected the file "
                  + "(200); try again later, or copy the data manually and pass its folder "
                  + "with --data");
    }
  }

  @Test
  void fetch_archiveCopiedByHand_needsNoServer() throws Exception {
    Files.createDirectories(cache);
    Files.write(cache.resolve("cifar-10-binary.tar.gz"), archive);

    store(URI.create("http://127.0.0.1:1/"), archive).fetch("cifar10", SILENT);

    assertThat(DataSets.open("cifar10", Optional.empty(), cache).size()).isEqualTo(10);
  }

  @Test
  void fetch_checksumDiffers_deletesArchiveAndSaysSo() throws Exception {
    try (ArchiveServer server = new ArchiveServer(archive, Manner.GOOD)) {
      DataStore store = new DataStore(cache, server.base(), Duration.ofSeconds(60), Map.of());

      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> store.fetch("cifar10", SILENT))
          .withMessage(
              ("%s: SHA-256 is %s, expected "
                      + "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd; the "
                      + "archive was deleted: run the same command again; if the problem persists, "
                      + "check the network connection to %s")
                  .formatted(
                      cache.resolve("cifar-10-binary.tar.gz"), Sha256.of(archive), server.base()));
    }
    assertThat(home).doesNotExist();
    assertThat(namesIn(cache))
        .noneMatch(name -> name.contains("tar.gz") && !name.endsWith(".lock"));
  }

  @Test
  void fetch_cifar100_expectsItsOwnChecksum() throws Exception {
    try (ArchiveServer server = new ArchiveServer(archive, Manner.GOOD)) {
      DataStore store = new DataStore(cache, server.base(), Duration.ofSeconds(60), Map.of());

      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> store.fetch("cifar100", SILENT))
          .withMessageContaining(
              "expected 58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec");
    }
  }

  @Test
  void fetch_archiveWithEscapingEntry_installsNothing() throws Exception {
    byte[] evil = new TarGz().file("../../evil", "evil").bytes();
    try (ArchiveServer server = new ArchiveServer(evil, Manner.GOOD)) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> store(server.base(), evil).fetch("cifar10", SILENT))
          .withMessageContaining("would leave the target folder");
    }
    assertThat(home).doesNotExist();
    assertThat(namesIn(cache)).noneMatch(name -> name.contains("unpacking"));
    assertThat(temporary.resolve("deep").resolve("evil")).doesNotExist();
  }

  @Test
  void fetch_incompleteArchive_keepsWhatWasThere() throws Exception {
    CifarFiles.cifar10(home, 3);
    Files.delete(home.resolve("test_batch.bin"));
    byte[] kept = Files.readAllBytes(home.resolve("data_batch_1.bin"));
    byte[] poor = new TarGz().file("cifar-10-batches-bin/data_batch_1.bin", "x").bytes();
    try (ArchiveServer server = new ArchiveServer(poor, Manner.GOOD)) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> store(server.base(), poor).fetch("cifar10", SILENT));
    }
    assertThat(home.resolve("data_batch_1.bin")).hasBinaryContent(kept);
  }

  @Test
  void fetch_whileAnotherFetches_isRefused() throws Exception {
    Files.createDirectories(cache);
    Path file = cache.resolve("cifar-10-binary.tar.gz.lock");
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(
              () -> store(URI.create("http://127.0.0.1:1/"), archive).fetch("cifar10", SILENT))
          .withMessage(
              file + ": another process is fetching the same data set; wait until it finishes");
    }
  }

  @Test
  void fetch_cacheCannotBeMade_saysSo() throws Exception {
    Files.createDirectories(cache.getParent());
    Files.createFile(cache);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () -> store(URI.create("http://127.0.0.1:1/"), archive).fetch("cifar10", SILENT))
        .withMessage(
            cache
                + ": cannot store cifar10 (a file exists where a folder is expected); check "
                + "disk space and permissions or set GREENSCREEN_CACHE to another folder");
  }

  @Test
  void fetch_shapes_saysThereIsNothingToFetch() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> new DataStore(cache).fetch("shapes", SILENT))
        .withMessage("shapes is generated by the program: there is nothing to fetch");
  }

  @Test
  void info_cifar10_countsPerClass() throws IOException {
    Path parent = temporary.resolve("parent");
    Path own = CifarFiles.cifar10(parent.resolve("cifar-10-batches-bin"), 11);

    DataInfo info = new DataStore(cache).info("cifar10", Optional.of(parent));

    assertThat(info.name()).isEqualTo("cifar10");
    assertThat(info.folder()).contains(own);
    assertThat(info.classes()).hasSize(10);
    assertThat(info.trainingImages()).isEqualTo(55);
    assertThat(info.testImages()).isEqualTo(11);
    assertThat(info.training()).containsExactly(10, 5, 5, 5, 5, 5, 5, 5, 5, 5);
    assertThat(info.test().orElseThrow()).containsExactly(2, 1, 1, 1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void info_shapes_hasNoFolderAndNoTestImages() {
    DataInfo info = new DataStore(cache).info("shapes", Optional.empty());

    assertThat(info.folder()).isEmpty();
    assertThat(info.trainingImages()).isEqualTo(4000);
    assertThat(info.testImages()).isZero();
  }

  private DataStore store(URI base, byte[] served) {
    String sum = Sha256.of(served);
    return new DataStore(
        cache, base, Duration.ofSeconds(60), Map.of("cifar10", sum, "cifar100", sum));
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void info_folder_countsEachPart() throws IOException {
    Path pets = pets();

    DataInfo info = new DataStore(cache).info("folder", Optional.of(pets));

    assertThat(info.folder()).contains(pets);
    assertThat(info.classes()).containsExactly("cat", "dog");
    assertThat(info.trainingImages()).isEqualTo(3);
    assertThat(info.validation()).contains(List.of(0, 1));
    assertThat(info.test()).isEmpty();
  }

  @Test
  void verify_folder_listsClassFolders() throws IOException {
    Path pets = pets();
    Files.writeString(pets.resolve("val/dog/notes.txt"), "woof");

    List<FileCheck> checks = new DataStore(cache).verify("folder", Optional.of(pets));

    assertThat(checks)
        .extracting(FileCheck::file)
        .containsExactly("train/cat", "train/dog", "val/dog");
    assertThat(checks.get(1).records()).hasValue(2);
    assertThat(checks.get(1).fine()).isTrue();
    assertThat(checks.get(2).problem())
        .contains("val/dog/notes.txt: found another kind of file, expected PNG or JPEG");
  }

  @Test
  void fetch_folder_isRefused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> new DataStore(cache).fetch("folder", SILENT))
        .withMessage(
            "folder is a data set of your own: there is nothing to fetch; pass its folder with "
                + "--data");
  }

  private Path pets() throws IOException {
    Path pets = temporary.resolve("pets");
    ImageFiles.png(pets.resolve("train/cat/1.png"), 1);
    ImageFiles.png(pets.resolve("train/dog/1.png"), 2);
    ImageFiles.png(pets.resolve("train/dog/2.png"), 3);
    ImageFiles.png(pets.resolve("val/dog/1.png"), 4);
    return pets;
  }
}
