package io.github.greenscreen.sweep;

import java.util.List;

/** Recognises that a disk has no room left, which every later run would suffer from as well. */
final class DiskFullDetector {
  private static final List<String> SIGNS =
      List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

  private DiskFullDetector() {}

  /** Tell whether {@code text} says that the disk is full. */
  static boolean isOne(String text) {
    return SIGNS.stream().anyMatch(text::contains);
  }
}
