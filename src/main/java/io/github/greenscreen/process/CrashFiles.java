package io.github.greenscreen.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A snapshot of HotSpot's crash files {@code hs_err_pid*.log} in a folder, from which the files of
 * later processes can be distinguished.
 */
public final class CrashFiles {
  static final String PREFIX = "hs_err_pid";
  static final String SUFFIX = ".log";

  private static final Logger LOG = LoggerFactory.getLogger(CrashFiles.class);

  private final Path folder;
  private final Map<Path, FileTime> known;

  private CrashFiles(Path folder, Map<Path, FileTime> known) {
    this.folder = folder;
    this.known = known;
  }

  /** Take a snapshot of the crash files in {@code folder}, which need not exist. */
  public static CrashFiles in(Path folder) {
    return new CrashFiles(folder, list(folder));
  }

  /** Return the crash of the newest crash file written since the snapshot, if any. */
  public Optional<Crash> since() {
    Map<Path, FileTime> now = list(folder);
    now.entrySet().removeIf(file -> file.getValue().equals(known.get(file.getKey())));
    return now.entrySet().stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .flatMap(file -> CrashFile.read(file.getKey()));
  }

  private static Map<Path, FileTime> list(Path folder) {
    Map<Path, FileTime> files = new HashMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(CrashFiles::isOne).toList()) {
        files.put(file, Files.getLastModifiedTime(file));
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be searched for crash files", folder, e);
    }
    return files;
  }

  private static boolean isOne(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }
}
