package io.github.greenscreen.engine;

import io.github.greenscreen.data.CacheFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The folders that are searched for builds by default: the caches of this program and of DJL.
 *
 * @param own {@code engines} in the folder that also holds fetched data sets
 * @param djl {@code pytorch} in DJL's cache
 */
record EngineFolders(Path own, Path djl) {
  /**
   * Return the default folders for {@code settings} and the operating system.
   *
   * @param environment variables that choose the cache of this program
   * @param system name of the operating system, as {@code os.name}
   * @param home the user's home folder
   */
  static EngineFolders of(
      EngineVariables settings, Map<String, String> environment, String system, Path home) {
    return new EngineFolders(
        CacheFolder.of(environment, system, home).resolve("engines"),
        djlCache(settings, home).resolve("pytorch"));
  }

  /** Return DJL's cache, by its rules. */
  private static Path djlCache(EngineVariables settings, Path home) {
    return settings
        .path("ENGINE_CACHE_DIR")
        .or(() -> settings.path("DJL_CACHE_DIR"))
        .orElseGet(
            () ->
                (Files.isWritable(home) ? home : Path.of(System.getProperty("java.io.tmpdir")))
                    .resolve(".djl.ai"));
  }

  /** Return both, in the order in which they are searched. */
  List<Path> all() {
    return List.of(own, djl);
  }

  /** Return the folder of a fetched build unless another is named. */
  Path standard(Flavor flavor, Platform platform) {
    return own.resolve(
        "%s-%s-%s".formatted(Flavor.PYTORCH, flavor.configName(), platform.classifier()));
  }
}
