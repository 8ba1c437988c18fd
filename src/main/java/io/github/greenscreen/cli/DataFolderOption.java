package io.github.greenscreen.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option for the folder of a data set. */
final class DataFolderOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      order = 20,
      description = "Folder of the data set (default: the cache).")
  private Path data;

  Optional<Path> folder() {
    return Optional.ofNullable(data);
  }
}
