package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.converter.ParallelismConverter;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The option for how many runs of a sweep train at the same time. */
public final class ParallelOption {
  @Option(
      names = "--parallel",
      paramLabel = "N",
      order = 39,
      defaultValue = "auto",
      converter = ParallelismConverter.class,
      description = {
        "Number of parallel runs; auto: one per GPU, or one without a GPU",
        "(default: auto). The energy of runs that share a GPU or the processors",
        "cannot be attributed to each run."
      })
  private OptionalInt parallel;

  /** Return the number of parallel runs; empty for one per GPU, or one without a GPU. */
  public OptionalInt runs() {
    return parallel;
  }
}
