package io.github.greenscreen.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The folder that keeps fetched data sets between runs. */
public final class CacheFolder {
  /** Environment variable that names the cache folder itself. */
  public static final String VARIABLE = "GREENSCREEN_CACHE";

  private static final String OWN = "greenscreen";

  private CacheFolder() {}

  /** Return the cache folder of this user on this machine; it need not exist. */
  public static Path standard() {
    return of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /**
   * Return the cache folder: the value of {@code GREENSCREEN_CACHE}, else {@code greenscreen} in
   * {@code XDG_CACHE_HOME}, else {@code greenscreen} in the usual cache folder of the operating
   * system. Relative values of {@code XDG_CACHE_HOME} are ignored, as its specification requires.
   *
   * @param environment environment variables
   * @param system name of the operating system, as {@code os.name}
   * @param home the user's home folder
   */
  public static Path of(Map<String, String> environment, String system, Path home) {
    String own = environment.getOrDefault(VARIABLE, "");
    if (!own.isBlank()) {
      return Path.of(own);
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!xdg.isBlank() && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg).resolve(OWN);
    }
    String kind = system.toLowerCase(Locale.ROOT);
    if (kind.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve(OWN);
    }
    String local = environment.getOrDefault("LOCALAPPDATA", "");
    return kind.startsWith("windows") && !local.isBlank()
        ? Path.of(local).resolve(OWN)
        : home.resolve(".cache").resolve(OWN);
  }
}
