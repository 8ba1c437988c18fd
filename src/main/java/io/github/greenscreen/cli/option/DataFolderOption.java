package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.data.DataSets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option for the folder of a data set. */
public final class DataFolderOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      order = 20,
      description = "Folder of the data set, or of class folders with images (default: the cache).")
  private Path data;

  /**
   * Reject the option for data set {@code name} if that has no folder.
   *
   * @throws UsageException if the option was given and the data set is drawn
   */
  public void check(String name) {
    refuseDrawn(data, List.of(name));
  }

  /** Reject {@code folder}, null if not given, if all data sets {@code names} are drawn. */
  public static void refuseDrawn(Path folder, Collection<String> names) {
    if (folder != null && !names.isEmpty() && names.stream().allMatch(DataSets::isDrawn)) {
      throw new UsageException(
          "--data: the images of %s are generated and have no folder; remove the option"
              .formatted(String.join(", ", names)));
    }
  }

  /** Return the folder as given; empty for the cache. */
  public Optional<Path> folder() {
    return Optional.ofNullable(data);
  }
}
