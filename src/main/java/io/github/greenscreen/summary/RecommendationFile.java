package io.github.greenscreen.summary;

import io.github.greenscreen.run.ResultFolder;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;

/** The recommended configuration on disk, in the form of {@code parameters.yaml}. */
public final class RecommendationFile {
  /** Its name in the report folder. */
  public static final String NAME = "best.yaml";

  private RecommendationFile() {}

  /**
   * Read the recommended configuration from {@code file}; seed, epochs and data set of the runs it
   * rests on are part of it.
   *
   * @throws io.github.greenscreen.run.RunFolderException where the file is missing or malformed
   */
  public static Configuration read(Path file) {
    return ResultFolder.readConfiguration(file);
  }
}
