package io.github.greenscreen.engine;

import io.github.greenscreen.download.Download;
import io.github.greenscreen.download.DownloadException;
import io.github.greenscreen.download.DownloadListener;
import io.github.greenscreen.engine.EngineIndex.Entry;
import io.github.greenscreen.failure.FailureReason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Fetches a build from the server that DJL uses. Libraries are collected next to the target, in a
 * folder whose name ends with {@code .part} and which a later fetch continues; when complete, it
 * becomes the target. Processes that fetch into the same folder wait for each other.
 */
final class EngineFetcher {
  /** The address at which DJL publishes the builds. */
  static final URI OFFICIAL = URI.create("https://publish.djl.ai/pytorch/" + Flavor.PYTORCH + "/");

  private static final String PACKED = ".gz";

  private final URI base;
  private final Platform platform;
  private final Duration timeout;

  /**
   * Create a fetcher from {@code base}, which ends with a slash.
   *
   * @param timeout timeout for a connection, and then for bytes
   */
  EngineFetcher(URI base, Platform platform, Duration timeout) {
    this.base = base;
    this.platform = platform;
    this.timeout = timeout;
  }

  /**
   * Make {@code target} a complete folder of {@code flavor}; if it already is one, nothing is
   * fetched.
   *
   * @return {@code target}, absolute
   * @throws EngineException if the fetch fails; the bytes received are kept
   */
  @SuppressWarnings("try") // the lock is held, not used
  Path fetch(Flavor flavor, Path target, DownloadListener listener) throws InterruptedException {
    Path folder = target.toAbsolutePath().normalize();
    if (isComplete(flavor, folder)) {
      return folder;
    }
    try {
      Files.createDirectories(folder.getParent());
      Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
      try (FetchLock held = FetchLock.acquire(lock, () -> listener.waiting(folder))) {
        if (!isComplete(flavor, folder)) {
          install(flavor, folder, listener);
        }
        return folder;
      }
    } catch (DownloadException e) {
      throw new EngineException(e.getMessage(), e);
    } catch (IOException e) {
      throw new EngineException(
          "%s: cannot write the PyTorch libraries (%s); check disk space and permissions"
              .formatted(folder, FailureReason.of(e)),
          e);
    }
  }

  private static boolean isComplete(Flavor flavor, Path folder) {
    return Manifest.read(folder)
        .filter(manifest -> manifest.flavor() == flavor)
        .filter(manifest -> manifest.version().equals(Flavor.PYTORCH))
        .filter(manifest -> manifest.damaged(folder).isEmpty())
        .isPresent();
  }

  private void install(Flavor flavor, Path folder, DownloadListener listener)
      throws IOException, InterruptedException {
    Path part = folder.resolveSibling(folder.getFileName() + "." + flavor.configName() + ".part");
    reopen(flavor, folder, part);
    List<Entry> entries = index(flavor, part);
    List<Entry> missing =
        entries.stream().filter(entry -> Files.notExists(part.resolve(entry.name()))).toList();
    fetch(missing, part, folder, listener);
    Manifest.of(part, flavor, entries.stream().map(Entry::name).toList()).write(part);
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private List<Entry> index(Flavor flavor, Path part) throws IOException, InterruptedException {
    Files.createDirectories(part);
    try {
      return new EngineIndex(base, timeout).entries(flavor, platform, part);
    } catch (DownloadException | EngineException e) {
      if (isEmpty(part)) {
        Files.delete(part);
      }
      throw e;
    }
  }

  /**
   * Reopen a folder that was complete and from which libraries have been removed or truncated
   * since.
   */
  private static void reopen(Flavor flavor, Path folder, Path part) throws IOException {
    if (Manifest.read(folder).filter(m -> m.flavor() == flavor).isPresent()) {
      Manifest manifest = Manifest.read(folder).orElseThrow();
      for (String name : manifest.damaged(folder)) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder.resolve(Manifest.NAME));
      Files.move(folder, part, StandardCopyOption.ATOMIC_MOVE);
    } else if (Files.exists(folder) && !isEmpty(folder)) {
      throw new EngineException(
          "%s does not contain PyTorch for %s; use --to with an empty or new folder"
              .formatted(folder, flavor.target()));
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private void fetch(List<Entry> entries, Path part, Path folder, DownloadListener listener)
      throws IOException, InterruptedException {
    FetchSizes sizes = FetchSizes.ask(entries, timeout);
    listener.listed(entries.size(), sizes.total(), folder);
    long before = 0;
    for (Entry entry : entries) {
      Path packed = part.resolve(entry.name() + PACKED);
      long done = before;
      DownloadListener shifted = shifted(listener, done, sizes.total());
      new Download(entry.address(), packed, timeout, shifted).run();
      before += Files.size(packed);
      unpack(entry, packed, part.resolve(entry.name()));
    }
  }

  private static DownloadListener shifted(
      DownloadListener listener, long before, OptionalLong total) {
    return new DownloadListener() {
      @Override
      public void received(long done, OptionalLong ofFile) {
        listener.received(before + done, total);
      }

      @Override
      public void started(URI address, long present) {
        listener.started(address, present);
      }
    };
  }

  /** The compressed form has a checksum of its own, which is checked here. */
  private static void unpack(Entry entry, Path packed, Path library) throws IOException {
    Path fresh = library.resolveSibling(library.getFileName() + ".tmp");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
    } catch (ZipException | EOFException e) {
      Files.deleteIfExists(fresh);
      Files.delete(packed);
      throw new EngineException(
          ("%s arrived damaged (%s) and was deleted; run the same command again; if the "
                  + "problem persists, check the network connection to that server")
              .formatted(entry.address(), FailureReason.of(e)),
          e);
    }
    Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(packed);
  }
}
