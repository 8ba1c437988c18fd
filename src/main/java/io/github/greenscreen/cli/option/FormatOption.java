package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.support.OutputFormat;
import picocli.CommandLine.Option;

/** The option for the format of results on standard output. */
public final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      order = 80,
      converter = OutputFormat.Reader.class,
      description = "Output format: table or json (default: table).")
  private OutputFormat format = OutputFormat.TABLE;

  /** Return whether results are printed as JSON. */
  public boolean isJson() {
    return format == OutputFormat.JSON;
  }
}
