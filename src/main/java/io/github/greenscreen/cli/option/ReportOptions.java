package io.github.greenscreen.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option for the folder of results. */
public final class ReportOptions {
  @Option(
      names = "--report",
      paramLabel = "DIR",
      order = 80,
      defaultValue = "report",
      description = "Folder for results (default: report).")
  private Path report;

  /** Return the folder, which need not exist. */
  public Path folder() {
    return report;
  }
}
