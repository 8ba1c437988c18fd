package io.github.greenscreen.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The environment variables and system properties that concern the engine, read in DJL's order: the
 * environment first. Blank values count as unset.
 */
final class EngineVariables {
  /** The folder of a build, for every command that trains. */
  static final String ENGINE = "GREENSCREEN_ENGINE";

  /** The server from which builds are fetched instead of DJL's. */
  static final String MIRROR = "GREENSCREEN_ENGINE_MIRROR";

  static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";
  static final String VERSION = "PYTORCH_VERSION";
  static final String FLAVOR = "PYTORCH_FLAVOR";
  static final String EXCLUSION = "PYTORCH_LIBRARY_EXCLUSION";

  private final Map<String, String> environment;
  private final Properties properties;

  EngineVariables(Map<String, String> environment, Properties properties) {
    this.environment = Map.copyOf(environment);
    this.properties = properties;
  }

  /** Return the value of {@code name}. */
  Optional<String> get(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(properties.getProperty(name)))
        .filter(value -> !value.isBlank());
  }

  /** Return the value of {@code name} as a path. */
  Optional<Path> path(String name) {
    return get(name).map(Path::of);
  }

  /** Return the value of {@code name} in the environment alone, which no property overrides. */
  Optional<String> inherited(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  /**
   * Return the folder that DJL selects from the value of {@code PYTORCH_LIBRARY_PATH}: the first of
   * its folders or files that is or contains the main library; empty if none does.
   */
  static Optional<Path> libraryFolder(String value) {
    return Arrays.stream(value.split(Pattern.quote(File.pathSeparator)))
        .map(Path::of)
        .map(place -> place.endsWith(BuildReader.MAIN) ? place.toAbsolutePath().getParent() : place)
        .filter(place -> Files.isRegularFile(place.resolve(BuildReader.MAIN)))
        .map(place -> place.toAbsolutePath().normalize())
        .findFirst();
  }
}
