package io.github.greenscreen.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * When a runs folder was last written to, by times and sizes of its files alone, so that asking
 * again and again costs next to nothing. Two that are equal were taken while nothing that counts
 * was written: no run was made, changed its state or ended an epoch, and no sweep went on.
 *
 * @param runs how many run folders there are
 * @param mark changes with every file
 */
public record FolderFingerprint(int runs, long mark) {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Look at {@code folders}, and at {@code sweep}, which need not be there. */
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
      // Whoever reads the file will say what is wrong with it.
      return mixed(mark, -2);
    }
  }

  private static long mixed(long mark, long value) {
    long next = (mark ^ value) * SPREAD;
    return next ^ (next >>> 32);
  }
}
