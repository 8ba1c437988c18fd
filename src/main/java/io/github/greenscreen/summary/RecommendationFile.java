package io.github.greenscreen.summary;

import io.github.greenscreen.run.ResultFolder;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;

/** The file of the recommended configuration, in the form of {@code parameters.yaml}. */
public final class RecommendationFile {
  /** Its name in the report folder. */
  public static final String NAME = "best.yaml";

  private RecommendationFile() {}

  /**
   * Read the recommended configuration from {@code file}; it includes seed, epochs and data set of
   * the runs it is based on.
   *
   * @throws io.github.greenscreen.run.model.RunFolderException if the file is missing or malformed
   */
  public static Configuration read(Path file) {
    return ResultFolder.readConfiguration(file);
  }
}
