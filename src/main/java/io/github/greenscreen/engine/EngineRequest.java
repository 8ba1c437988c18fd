package io.github.greenscreen.engine;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a command line says of the engine.
 *
 * @param folder of {@code --engine}
 * @param cpu whether {@code --device cpu} was given
 * @param because why a parent process gave that, for {@link EngineInUse}; empty if the user did
 * @param decided whether a parent process has looked at GPU and driver already
 */
public record EngineRequest(
    Optional<Path> folder, boolean cpu, Optional<String> because, boolean decided) {
  /** Nothing is said. */
  public static final EngineRequest AUTO =
      new EngineRequest(Optional.empty(), false, Optional.empty(), false);

  public EngineRequest {
    Objects.requireNonNull(folder);
    Objects.requireNonNull(because);
  }
}
