package io.github.greenscreen.djl.device;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import org.junit.jupiter.api.Test;

final class EngineLoaderTest {
  private static final String FOLDER = Utils.getEngineCacheDir("pytorch").toString();

  @Test
  void refused_fileSystemForbidsExecution_namesFolderAndRemedy() {
    assertThat(said("/c/libc10.so: /c/libc10.so: failed to map segment from shared object"))
        .isEqualTo(
            "the native libraries of PyTorch cannot be loaded from "
                + FOLDER
                + ": libc10.so: failed to map segment from shared object (the file system "
                + "may forbid execution); set another folder with DJL_CACHE_DIR or --engine");
  }

  @Test
  void refused_libraryOfTheSystemIsMissing_namesIt() {
    String message = "/c/libx.so.1: librdmacm.so.1: cannot open shared object file: No such file";

    assertThat(said(message))
        .isEqualTo(
            "the native libraries of PyTorch cannot be loaded from "
                + FOLDER
                + ": libx.so.1: librdmacm.so.1: cannot open shared object file: No such "
                + "file; run 'greenscreen engine info' to see which build is used; --device "
                + "cpu trains with the build of the distribution");
  }

  @Test
  void refused_anotherProblem_isLeftAlone() {
    assertThat(EngineLoader.refused(new EngineException("no network", new RuntimeException())))
        .isEmpty();
  }

  private static String said(String message) {
    EngineException problem =
        new EngineException(
            "Failed to load PyTorch native library", new UnsatisfiedLinkError(message));
    return EngineLoader.refused(problem).orElseThrow().getMessage();
  }
}
