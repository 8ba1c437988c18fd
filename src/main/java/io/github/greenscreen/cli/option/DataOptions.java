package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.support.DataSetPreflight;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Options that select the training images. */
public final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      order = 20,
      description = {
        "Folder of the data set, or of class folders with PNG or JPEG images",
        "(default: the cache, see 'greenscreen data')."
      })
  private Path data;

  @Option(
      names = "--limit",
      paramLabel = "N",
      order = 21,
      converter = PositiveIntConverter.class,
      description = "Use at most N images.")
  private Integer limit;

  /**
   * Return the folder of the data set; absolute, because a run may be started from another folder.
   */
  public Optional<Path> folder() {
    return Optional.ofNullable(data).map(path -> path.toAbsolutePath().normalize());
  }

  /** Return the initial status of a run on these images. */
  public RunStatus status(RunPurpose purpose) {
    return RunStatus.waiting(purpose, folderText(), limit());
  }

  /** Return the folder as written to {@code status.yaml}; an empty string for the cache. */
  public String folderText() {
    return folder().map(Path::toString).orElse("");
  }

  /**
   * Return the initial status of a run on these images; options that were not given come from
   * {@code other}.
   */
  public RunStatus status(RunPurpose purpose, RunStatus other) {
    return RunStatus.waiting(
        purpose,
        folder().map(Path::toString).orElse(other.data()),
        limit == null ? other.limit() : limit());
  }

  /** Return the maximum number of images; empty for all. */
  public OptionalInt limit() {
    return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
  }

  /** Reject a folder if all data sets of {@code space} are drawn. */
  public void checkFolder(SearchSpace space) {
    DataFolderOption.refuseDrawn(data, values(space, "dataset"));
  }

  /** Reject a folder if data set {@code name} is drawn. */
  public void checkFolder(String name) {
    DataFolderOption.refuseDrawn(data, List.of(name));
  }

  /**
   * Read the data sets that {@code space} may use, see {@link DataSetPreflight}.
   *
   * @param progress receives sentences about the images and about work that takes long
   */
  public void check(SearchSpace space, Consumer<String> progress) {
    checkFolder(space);
    long seed = Long.parseLong(space.baseline().get("seed"));
    DataSetPreflight check = new DataSetPreflight(folder(), limit(), seed, progress);
    List<String> partitionings = values(space, "partitioning");
    List<String> sizes = values(space, "image_size");
    values(space, "dataset").forEach(name -> check.of(name, partitionings, sizes));
  }

  private static List<String> values(SearchSpace space, String name) {
    return space.find(name).map(Parameter::values).orElse(List.of());
  }
}
