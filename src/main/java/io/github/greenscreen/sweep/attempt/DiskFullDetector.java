package io.github.greenscreen.sweep.attempt;

import java.util.List;

/** Detects that the disk is full, which would make every later run fail as well. */
public final class DiskFullDetector {
  private static final List<String> SIGNS =
      List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

  private DiskFullDetector() {}

  /** Tell whether {@code text} is an error message about a full disk. */
  public static boolean isOne(String text) {
    return SIGNS.stream().anyMatch(text::contains);
  }
}
