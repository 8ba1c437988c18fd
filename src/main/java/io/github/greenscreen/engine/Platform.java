package io.github.greenscreen.engine;

import java.util.Locale;

/**
 * The operating system and processor, in DJL's terms.
 *
 * @param system {@code linux}, {@code osx}, or {@code win}
 * @param processor such as {@code x86_64}
 */
record Platform(String system, String processor) {
  /** Parse the system properties {@code os.name} and {@code os.arch}. */
  static Platform of(String name, String arch) {
    String lower = name.toLowerCase(Locale.ROOT);
    String system = lower.startsWith("mac") ? "osx" : lower.startsWith("win") ? "win" : "linux";
    return new Platform(system, arch.equals("amd64") ? "x86_64" : arch);
  }

  /** Return both, as in the names of DJL's folders. */
  String classifier() {
    return system + "-" + processor;
  }

  /** Return whether DJL publishes a GPU build, and has an interface for it, on this platform. */
  boolean hasCuda() {
    return classifier().equals("linux-x86_64");
  }
}
