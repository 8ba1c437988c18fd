package io.github.greenscreen.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option for the folder of results. */
final class ReportOptions {
  @Option(
      names = "--report",
      paramLabel = "DIR",
      order = 80,
      defaultValue = "report",
      description = "Folder for results (default: report).")
  private Path report;

  Path folder() {
    return report;
  }
}
