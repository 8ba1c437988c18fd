package io.github.greenscreen.cli.converter;

import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a seed. */
public final class SeedConverter implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    if (HyperparameterRegistry.problem("seed", text).isPresent()) {
      throw new TypeConversionException(
          "found \""
              + text
              + "\", expected a whole number "
              + (text.matches("-?\\d{19,}") ? "of at most 18 digits" : "such as 22"));
    }
    return Long.valueOf(text);
  }
}
