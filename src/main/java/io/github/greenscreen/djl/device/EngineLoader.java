package io.github.greenscreen.djl.device;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import io.github.greenscreen.engine.EngineInUse;
import io.github.greenscreen.training.FailureMessage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads PyTorch, and explains in a sentence why its libraries cannot be loaded. */
final class EngineLoader {
  private static final Pattern PATHS = Pattern.compile("(?:/[^:]*/([^:/]+): )(?:/[^:]*/\\1: )?");

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
      throw refused(e).orElseThrow(() -> e);
    }
  }

  /**
   * Describe in a sentence why a library was refused; empty if {@code problem} has another cause.
   */
  static Optional<RuntimeException> refused(EngineException problem) {
    if (!(problem.getCause() instanceof UnsatisfiedLinkError)) {
      return Optional.empty();
    }
    String said = FailureMessage.of(problem.getCause());
    String folder =
        EngineInUse.folder().orElseGet(() -> Utils.getEngineCacheDir("pytorch").toString());
    return Optional.of(
        new io.github.greenscreen.engine.EngineException(
            "the native libraries of PyTorch cannot be loaded from %s: %s%s"
                .formatted(folder, withoutPaths(said), advice(said)),
            problem));
  }

  /** The loader names the file twice, with its folder; the file name, once, is enough. */
  private static String withoutPaths(String said) {
    Matcher path = PATHS.matcher(said);
    return path.lookingAt() ? path.group(1) + ": " + said.substring(path.end()) : said;
  }

  private static String advice(String said) {
    if (said.contains("failed to map segment")) {
      return " (the file system may forbid execution); set another folder with DJL_CACHE_DIR or "
          + "--engine";
    }
    return "; run 'greenscreen engine info' to see which build is used; --device cpu trains with "
        + "the build of the distribution";
  }
}
