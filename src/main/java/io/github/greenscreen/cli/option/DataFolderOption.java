package io.github.greenscreen.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option for the folder of a data set. */
public final class DataFolderOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      order = 20,
      description = "Folder of the data set (default: the cache).")
  private Path data;

  public Optional<Path> folder() {
    return Optional.ofNullable(data);
  }
}
