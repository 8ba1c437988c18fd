package io.github.greenscreen;

import java.nio.file.Path;

/** A real shared library that fakes NVIDIA's, compiled where there is a C compiler. */
public final class CompiledNvml {
  private CompiledNvml() {}

  /**
   * Compile the fake into {@code folder} with these macros, such as {@code OLD} or {@code INIT=9},
   * and return its path; skip the test where there is no compiler.
   */
  public static Path compile(Path folder, String... macros) {
    return CompiledLibrary.compile(folder, "fake-nvml", macros);
  }
}
