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
        "Precision of float32 convolutions on Ampere and later GPUs: tf32 uses",
        "10 bits of each mantissa, as PyTorch does by default; ieee uses all 23",
        "and is slower (default: tf32)."
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
