package io.github.greenscreen.cli;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.run.Purpose;
import io.github.greenscreen.run.RunStatus;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Which images to train on. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      order = 20,
      description = "Folder of the data set (default: the cache, see 'greenscreen data').")
  private Path data;

  @Option(
      names = "--limit",
      paramLabel = "N",
      order = 21,
      converter = Count.class,
      description = "Use only so many images.")
  private Integer limit;

  /** Return the folder of the data set; absolute, because a run may be started from elsewhere. */
  Optional<Path> folder() {
    return Optional.ofNullable(data).map(path -> path.toAbsolutePath().normalize());
  }

  /** Return the status of a new run on these images. */
  RunStatus status(Purpose purpose) {
    return RunStatus.waiting(purpose, folderText(), limit());
  }

  /** Return the folder as {@code status.yaml} spells it: empty for the cache. */
  String folderText() {
    return folder().map(Path::toString).orElse("");
  }

  /**
   * Return the status of a new run on these images, or where nothing is said on those of another.
   */
  RunStatus status(Purpose purpose, RunStatus other) {
    return RunStatus.waiting(
        purpose,
        folder().map(Path::toString).orElse(other.data()),
        limit == null ? other.limit() : limit());
  }

  OptionalInt limit() {
    return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
  }

  /** Read the files of every data set in {@code names}, so that a study fails before it starts. */
  static void check(Collection<String> names, Optional<Path> folder) {
    names.stream().filter(name -> !name.equals("shapes")).forEach(n -> DataSets.open(n, folder));
  }
}
