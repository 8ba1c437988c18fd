package io.github.greenscreen.engine;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The engine options of a command line.
 *
 * @param folder value of {@code --engine}
 * @param cpu whether {@code --device cpu} was given
 * @param because why a parent process gave it, for {@link EngineInUse}; empty if the user did
 * @param decided whether a parent process has already checked GPU and driver
 */
public record EngineRequest(
    Optional<Path> folder, boolean cpu, Optional<String> because, boolean decided) {
  /** The request without options. */
  public static final EngineRequest AUTO =
      new EngineRequest(Optional.empty(), false, Optional.empty(), false);

  public EngineRequest {
    Objects.requireNonNull(folder);
    Objects.requireNonNull(because);
  }
}
