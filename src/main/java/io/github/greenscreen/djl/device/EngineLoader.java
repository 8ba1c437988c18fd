package io.github.greenscreen.djl.device;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import io.github.greenscreen.engine.EngineInUse;
import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads PyTorch, and explains in a sentence why its libraries cannot be unpacked or loaded. */
final class EngineLoader {
  private static final Pattern PATH = Pattern.compile("/[^:]*/([^:/]+: )");

  private EngineLoader() {}

  /**
   * Return PyTorch, and load it on the first call.
   *
   * @throws io.github.greenscreen.engine.EngineException if the system refuses a library
   */
  static Engine load() {
    try {
      return Engine.getEngine("PyTorch");
    } catch (EngineException e) {
      throw refused(e, EngineInUse.folder().map(Path::of)).orElseThrow(() -> e);
    }
  }

  /**
   * Describe in a sentence why a library was refused; empty if {@code problem} has another cause.
   *
   * @param folder folder of the build; empty for the build on the class path, which is unpacked
   */
  static Optional<RuntimeException> refused(EngineException problem, Optional<Path> folder) {
    Throwable cause = root(problem);
    if (cause instanceof UnsatisfiedLinkError) {
      return Optional.of(notLoaded(problem, FailureReason.of(cause), folder));
    }
    return cause instanceof IOException io
        ? Optional.of(notUnpacked(problem, io))
        : Optional.empty();
  }

  private static RuntimeException notLoaded(
      EngineException problem, String said, Optional<Path> folder) {
    Path place = folder.orElseGet(() -> Utils.getEngineCacheDir("pytorch"));
    return new io.github.greenscreen.engine.EngineException(
        "the native libraries of PyTorch cannot be loaded from %s: %s%s"
            .formatted(place, withoutPath(said), LibraryRemedy.hint(said)),
        LibraryRemedy.of(said, place, folder.isPresent()),
        problem);
  }

  /** DJL unpacks the build on the class path, and its own interface for any build. */
  private static RuntimeException notUnpacked(EngineException problem, IOException cause) {
    String reason =
        cause instanceof NoSuchFileException
            ? "the folder cannot be created"
            : FailureReason.of(cause);
    return new io.github.greenscreen.engine.EngineException(
        "the native libraries of PyTorch cannot be unpacked to %s: %s"
            .formatted(Utils.getEngineCacheDir(), reason),
        "check its free space and permissions, or set another folder with DJL_CACHE_DIR",
        problem);
  }

  private static Throwable root(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** The loader names the file with its folder; the file name is enough. */
  private static String withoutPath(String said) {
    Matcher path = PATH.matcher(said);
    return path.lookingAt() ? path.group(1) + said.substring(path.end()) : said;
  }
}
