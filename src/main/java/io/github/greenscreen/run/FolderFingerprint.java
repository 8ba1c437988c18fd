package io.github.greenscreen.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A cheap fingerprint of a runs folder, from times and sizes of its files alone. Two equal
 * fingerprints mean that nothing relevant was written in between: no run was created, changed its
 * state or finished an epoch, and no sweep continued.
 *
 * @param runs number of run folders
 * @param mark hash that changes with every file
 */
public record FolderFingerprint(int runs, long mark) {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Fingerprint {@code folders} and {@code sweep}, which need not exist. */
  static FolderFingerprint of(List<RunFolder> folders, Path sweep) {
    long mark = mixed(0, sweep);
    for (RunFolder folder : folders) {
      mark = mixed(mark, folder.path().resolve(RunFolder.STATUS));
      mark = mixed(mark, folder.path().resolve(RunFolder.LOGS));
    }
    return new FolderFingerprint(folders.size(), mark);
  }

  private static long mixed(long mark, Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      long time = found.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      return mixed(mixed(mark, time), found.size());
    } catch (NoSuchFileException e) {
      return mixed(mark, -1);
    } catch (IOException e) {
      // The code that reads the file reports the error.
      return mixed(mark, -2);
    }
  }

  private static long mixed(long mark, long value) {
    long next = (mark ^ value) * SPREAD;
    return next ^ (next >>> 32);
  }
}
