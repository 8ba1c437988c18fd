package io.github.greenscreen.engine;

import io.github.greenscreen.download.Download;
import io.github.greenscreen.download.DownloadListener;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the index of published builds: a line per library, such as {@code
 * cu128/linux-x86_64/native/lib/libc10.so.gz}, relative to the folder of the index.
 */
final class EngineIndex {
  private static final String NAME = "files.txt";
  private static final String PACKED = ".gz";

  private final URI base;
  private final Duration timeout;

  /** Create a reader of the index in {@code base}, which ends with a slash. */
  EngineIndex(URI base, Duration timeout) {
    this.base = base;
    this.timeout = timeout;
  }

  /**
   * A library to fetch.
   *
   * @param address address of its compressed form
   * @param name name of the library itself
   */
  record Entry(URI address, String name) {}

  /**
   * Return the libraries of {@code flavor} for {@code platform}, without those that are not needed.
   *
   * @param folder folder for the downloaded index, which is temporary
   */
  List<Entry> entries(Flavor flavor, Platform platform, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve(NAME);
    Files.deleteIfExists(file);
    DownloadListener silent = (done, total) -> {};
    new Download(base.resolve(NAME), file, timeout, silent).run();
    String prefix = flavor.configName() + "/" + platform.classifier() + "/";
    List<Entry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith(prefix) && line.endsWith(PACKED)) {
        entries.add(new Entry(base.resolve(line), name(line)));
      }
    }
    Files.delete(file);
    entries.removeIf(entry -> entry.name().startsWith(Build.RDMA));
    return named(entries, prefix);
  }

  private List<Entry> named(List<Entry> entries, String prefix) {
    if (entries.isEmpty()) {
      throw new EngineException(
          "%s lists no library below %s; expected the libraries of PyTorch %s"
              .formatted(base.resolve(NAME), prefix, Flavor.PYTORCH));
    }
    return entries;
  }

  private String name(String line) {
    String packed = line.substring(line.lastIndexOf('/') + 1, line.length() - PACKED.length());
    String name = URLDecoder.decode(packed, StandardCharsets.UTF_8);
    if (name.isEmpty() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
      throw new EngineException(
          "%s: \"%s\" is not a library name".formatted(base.resolve(NAME), line));
    }
    return name;
  }
}
