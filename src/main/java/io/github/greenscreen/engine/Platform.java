package io.github.greenscreen.engine;

import java.util.Locale;

/**
 * Operating system and processor, in DJL's words.
 *
 * @param system {@code linux}, {@code osx} or {@code win}
 * @param processor such as {@code x86_64}
 */
record Platform(String system, String processor) {
  /** Understand the system properties {@code os.name} and {@code os.arch}. */
  static Platform of(String name, String arch) {
    String lower = name.toLowerCase(Locale.ROOT);
    String system = lower.startsWith("mac") ? "osx" : lower.startsWith("win") ? "win" : "linux";
    return new Platform(system, arch.equals("amd64") ? "x86_64" : arch);
  }

  /** Return both, as in the names of DJL's folders. */
  String classifier() {
    return system + "-" + processor;
  }

  /** Return whether a build for GPUs is published and DJL has an interface for it here. */
  boolean hasCuda() {
    return classifier().equals("linux-x86_64");
  }
}
