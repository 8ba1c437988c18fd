package io.github.greenscreen.djl.device;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EngineLoaderTest {
  private static final String FOLDER = Utils.getEngineCacheDir("pytorch").toString();
  private static final Optional<Path> NAMED = Optional.of(Path.of("/opt/torch/lib"));

  @Test
  void refused_fileSystemForbidsExecution_namesFolderAndRemedy() {
    assertThat(loading("/c/libc10.so: /c/libc10.so: failed to map segment from shared object"))
        .isEqualTo(
            "the native libraries of PyTorch cannot be loaded from "
                + FOLDER
                + ": libc10.so: failed to map segment from shared object (the file system "
                + "may forbid execution); set another folder with DJL_CACHE_DIR");
    assertThat(
            loading("/c/libc10.so: cannot open shared object file: Operation not permitted", NAMED))
        .isEqualTo(
            "the native libraries of PyTorch cannot be loaded from /opt/torch/lib: libc10.so: "
                + "cannot open shared object file: Operation not permitted (the file system may "
                + "forbid execution); set another folder with DJL_CACHE_DIR or --engine");
  }

  @Test
  void refused_libraryOfTheSystemIsMissing_namesIt() {
    String message = "/c/libx.so.1: librdmacm.so.1: cannot open shared object file: No such file";

    assertThat(loading(message))
        .isEqualTo(
            "the native libraries of PyTorch cannot be loaded from "
                + FOLDER
                + ": libx.so.1: librdmacm.so.1: cannot open shared object file: No such "
                + "file; install the missing library");
    assertThat(loading(message, NAMED))
        .endsWith(
            "No such file; install the missing library; --device cpu trains with the build of the "
                + "distribution");
  }

  @Test
  void refused_systemIsTooOld_saysWhichItNeeds() {
    assertThat(
            loading("/c/libc10.so: /lib/libm.so.6: version `GLIBC_2.29' not found (required by x)"))
        .endsWith(
            "version `GLIBC_2.29' not found (required by x); PyTorch needs glibc 2.29 and "
                + "libstdc++ of GCC 9 or newer, so use a newer system or container");
  }

  @Test
  void refused_libraryIsDamaged_saysHowToReplaceIt() {
    assertThat(loading("/c/libc10.so: /c/libc10.so: file too short"))
        .endsWith(
            "libc10.so: file too short; the libraries are damaged or incomplete; delete "
                + FOLDER
                + ", so that they are unpacked again");
    assertThat(loading("/c/libc10.so: /c/libc10.so: invalid ELF header", NAMED))
        .endsWith(
            "libc10.so: invalid ELF header; the build is damaged or incomplete; fetch it again, or"
                + " name another with --engine");
  }

  @Test
  void refused_libraryOfPyTorchIsMissing_saysHowToReplaceAll() {
    assertThat(loading("/c/libtorch_cpu.so: libc10.so: cannot open shared object file: No such"))
        .endsWith(
            "libtorch_cpu.so: libc10.so: cannot open shared object file: No such; the libraries "
                + "are damaged or incomplete; delete "
                + FOLDER
                + ", so that they are unpacked again");
  }

  @Test
  void refused_cacheCannotBeMade_namesFolderAndRemedy() {
    assertThat(unpacking(new NoSuchFileException("/proc/nowhere")))
        .isEqualTo(unpacked("the folder cannot be created"));
    assertThat(unpacking(new AccessDeniedException("/home/user/.djl.ai")))
        .isEqualTo(unpacked("permission denied"));
    assertThat(unpacking(new IOException("No space left on device")))
        .isEqualTo(unpacked("No space left on device"));
  }

  @Test
  void refused_remedyIsKnown_isSaidSeparatelyToo() {
    var problem =
        (io.github.greenscreen.engine.EngineException)
            EngineLoader.refused(extraction(new IOException("full")), Optional.empty())
                .orElseThrow();

    assertThat(problem.getMessage()).isEqualTo(problem.problem() + "; " + problem.remedy());
    assertThat(problem.remedy())
        .isEqualTo(
            "check its free space and permissions, or set another folder with DJL_CACHE_DIR");
  }

  @Test
  void refused_anotherProblem_isLeftAlone() {
    EngineException other = new EngineException("no network", new RuntimeException());

    assertThat(EngineLoader.refused(other, Optional.empty())).isEmpty();
  }

  private static String unpacked(String reason) {
    return "the native libraries of PyTorch cannot be unpacked to %s: %s; %s"
        .formatted(
            Utils.getEngineCacheDir(),
            reason,
            "check its free space and permissions, or set another folder with DJL_CACHE_DIR");
  }

  private static EngineException extraction(IOException cause) {
    return new EngineException("Failed to extract PyTorch native library", cause);
  }

  private static String unpacking(IOException cause) {
    return EngineLoader.refused(extraction(cause), Optional.empty()).orElseThrow().getMessage();
  }

  private static String loading(String message) {
    return loading(message, Optional.empty());
  }

  private static String loading(String message, Optional<Path> folder) {
    EngineException problem =
        new EngineException(
            "Failed to load PyTorch native library", new UnsatisfiedLinkError(message));
    return EngineLoader.refused(problem, folder).orElseThrow().getMessage();
  }
}
