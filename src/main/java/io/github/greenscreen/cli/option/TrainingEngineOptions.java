package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.converter.ChoiceConverter;
import io.github.greenscreen.engine.EngineChoice;
import picocli.CommandLine.Option;

/** Engine options of commands that train. */
public final class TrainingEngineOptions extends EngineOptions {
  private static final String IEEE = "ieee";

  @Option(
      names = EngineChoice.CONVOLUTIONS,
      paramLabel = "FORMAT",
      order = 24,
      converter = Convolutions.class,
      description = {
        "tf32: convolutions on Ampere and later GPUs multiply float32 numbers",
        "with 10 bits of their mantissas, as PyTorch does; ieee: with all 23,",
        "which is slower (default: tf32)."
      })
  private String convolutions;

  @Override
  boolean forbidsTf32() {
    return IEEE.equals(convolutions);
  }

  /** Converts the precision of float32 convolutions. */
  static final class Convolutions extends ChoiceConverter {
    Convolutions() {
      super("tf32", IEEE);
    }
  }
}
