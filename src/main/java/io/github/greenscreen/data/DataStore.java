package io.github.greenscreen.data;

import io.github.greenscreen.download.Download;
import io.github.greenscreen.download.DownloadException;
import io.github.greenscreen.download.DownloadListener;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fetches data sets into the cache folder, verifies them, and describes them; the services behind
 * {@code greenscreen data}. If two processes fetch the same data set at the same time, the second
 * is rejected.
 */
public final class DataStore {
  private static final URI OFFICIAL = URI.create("https://www.cs.toronto.edu/~kriz/");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path cache;
  private final URI base;
  private final Duration patience;
  private final Map<String, String> archiveSums;

  /** Create a store in {@code cache} that fetches from the official address. */
  public DataStore(Path cache) {
    this(cache, OFFICIAL, PATIENCE, Map.of());
  }

  /**
   * Create a store that fetches from {@code base}, which ends with a slash.
   *
   * @param archiveSums SHA-256 by name of data set, if it differs from the official one
   */
  DataStore(Path cache, URI base, Duration patience, Map<String, String> archiveSums) {
    this.cache = cache;
    this.base = base;
    this.patience = patience;
    this.archiveSums = Map.copyOf(archiveSums);
  }

  /** Return the store in the user's cache folder. */
  public static DataStore standard() {
    return new DataStore(CacheFolder.standard());
  }

  /**
   * Fetch {@code name} into the cache folder unless a complete copy exists.
   *
   * @return the folder of the files
   * @throws DataException if the data set needs no fetching, the download fails, the checksum
   *     differs, or the archive cannot be unpacked
   */
  public Path fetch(String name, DownloadListener listener) throws InterruptedException {
    CifarLayout layout =
        DataSets.layout(name)
            .orElseThrow(
                () ->
                    new DataException(
                        name + " is drawn by the program itself: there is nothing to fetch"));
    CifarFolder folder = new CifarFolder(layout, cache.resolve(layout.folder()));
    if (isWhole(folder)) {
      return folder.path();
    }
    Path lock = cache.resolve(layout.archive() + ".lock");
    try {
      Files.createDirectories(cache);
      try (FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock(channel, lock);
        fetchLocked(folder, listener);
        Files.deleteIfExists(lock);
      }
    } catch (IOException e) {
      throw new DataException(
          "%s: %s cannot be put there (%s); check disk and permissions or set %s to another folder"
              .formatted(cache, name, DataException.reason(e), CacheFolder.VARIABLE),
          e);
    }
    return folder.path();
  }

  /**
   * Check every file of {@code name}.
   *
   * @param folder folder of its files; empty for the cache folder
   * @throws DataException if the folder does not exist
   */
  public List<FileCheck> verify(String name, Optional<Path> folder) {
    return DataSets.layout(name)
        .map(layout -> DataSetVerifier.of(DataSets.locate(layout, folder, cache)))
        .orElseGet(() -> List.of(DataSetVerifier.ofShapes()));
  }

  /**
   * Describe {@code name}.
   *
   * @param folder folder of its files; empty for the cache folder
   * @throws DataException if the data set is missing or damaged
   */
  public DataInfo info(String name, Optional<Path> folder) {
    ImageSet training = DataSets.open(name, folder, cache);
    ImageSet test = DataSets.openTest(name, folder, cache);
    Optional<Path> place =
        DataSets.layout(name).map(layout -> DataSets.locate(layout, folder, cache).path());
    return new DataInfo(name, place, training.classes(), perClass(training), perClass(test));
  }

  private static List<Integer> perClass(ImageSet images) {
    return IntStream.of(ClassIndex.sizes(images)).boxed().toList();
  }

  private static boolean isWhole(CifarFolder folder) {
    return Files.isDirectory(folder.path())
        && DataSetVerifier.of(folder).stream().allMatch(FileCheck::fine);
  }

  @SuppressWarnings("unused") // closing the channel releases the lock
  private static void lock(FileChannel channel, Path file) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new DataException(
          file + ": another process is fetching the same data set; wait until it is done");
    }
  }

  private void fetchLocked(CifarFolder folder, DownloadListener listener)
      throws IOException, InterruptedException {
    Path archive = cache.resolve(folder.layout().archive());
    if (!Files.exists(archive)) {
      Path part = cache.resolve(folder.layout().archive() + ".part");
      download(base.resolve(folder.layout().archive()), part, listener);
      Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
    }
    check(archive, folder.layout());
    listener.unpacking(folder.path());
    install(archive, folder);
    Files.delete(archive);
  }

  private void download(URI address, Path part, DownloadListener listener)
      throws InterruptedException {
    try {
      new Download(address, part, patience, listener).run();
    } catch (DownloadException e) {
      String advice =
          e.isRefused()
              ? "try again later, or copy the data by hand and name its folder with --data"
              : "check network and disk and run the same command again, it goes on where it stopped";
      throw new DataException(e.getMessage() + "; " + advice, e);
    }
  }

  private void check(Path archive, CifarLayout layout) throws IOException {
    String expected = archiveSums.getOrDefault(layout.spelling(), layout.archiveSha256());
    String found = FileSha256.of(archive);
    if (!found.equals(expected)) {
      Files.delete(archive);
      throw new DataException(
          ("%s: SHA-256 is %s, expected %s; the archive was deleted: run the same command again,"
                  + " and if it happens again, check what stands between you and %s")
              .formatted(archive, found, expected, base));
    }
  }

  /** Unpack next to the final folder, then move, so that no incomplete folder is ever visible. */
  private void install(Path archive, CifarFolder folder) throws IOException {
    String name = folder.layout().folder();
    Path fresh = cache.resolve(name + ".unpacking");
    Path old = cache.resolve(name + ".old");
    delete(fresh);
    try {
      Archive.unpack(archive, fresh);
      CifarFolder unpacked = CifarLocator.find(folder.layout(), fresh);
      DataSetVerifier.demandFine(unpacked);
      DataSetVerifier.writeSums(unpacked);
      delete(old);
      if (Files.exists(folder.path())) {
        Files.move(folder.path(), old);
      }
      Files.move(unpacked.path(), folder.path());
    } finally {
      delete(fresh);
      delete(old);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
