package io.github.greenscreen.djl.device;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What to do about a native library that the system's loader refuses, from what it says. */
final class LibraryRemedy {
  /** A library of PyTorch itself that another one misses. */
  private static final Pattern OWN =
      Pattern.compile("\\b(?:libc10|libtorch|libgomp-|libshm)[\\w.-]*: cannot open shared object");

  private LibraryRemedy() {}

  /** Return an explanation of {@code said} to append to it; empty if it explains itself. */
  static String hint(String said) {
    return isForbidden(said) ? " (the file system may forbid execution)" : "";
  }

  /**
   * Return the remedy.
   *
   * @param said message of the loader
   * @param folder folder of the library
   * @param named whether the user named the folder, so that DJL did not unpack the library
   */
  static String of(String said, Path folder, boolean named) {
    if (isForbidden(said)) {
      return "set another folder with DJL_CACHE_DIR" + (named ? " or --engine" : "");
    }
    if (said.contains("GLIBC")) {
      return "PyTorch needs glibc 2.29 and libstdc++ of GCC 9 or newer, so use a newer system or "
          + "container";
    }
    if (isDamaged(said)) {
      return named
          ? "the build is damaged or incomplete; fetch it again, or name another with --engine"
          : "the libraries are damaged or incomplete; delete "
              + folder
              + ", so that they are unpacked again";
    }
    if (said.contains("cannot open shared object file")) {
      return "install the missing library" + (named ? otherBuild() : "");
    }
    return "run 'greenscreen engine info' to see which build is used" + (named ? otherBuild() : "");
  }

  private static String otherBuild() {
    return "; --device cpu trains with the build of the distribution";
  }

  private static boolean isForbidden(String said) {
    return said.contains("failed to map segment") || said.contains("Operation not permitted");
  }

  private static boolean isDamaged(String said) {
    return OWN.matcher(said).find()
        || said.contains("file too short")
        || said.contains("invalid ELF header")
        || said.contains("wrong ELF class")
        || said.contains("undefined symbol")
        || said.contains("ELF load command");
  }
}
