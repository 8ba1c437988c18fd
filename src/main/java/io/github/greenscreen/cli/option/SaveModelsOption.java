package io.github.greenscreen.cli.option;

import io.github.greenscreen.run.model.ModelSaving;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option for which runs keep their trained network. */
public final class SaveModelsOption {
  /** Its name. */
  public static final String NAME = "--save-models";

  @Option(
      names = NAME,
      paramLabel = "WHICH",
      order = 29,
      converter = Reader.class,
      description = {
        "Runs that keep their trained network: best: final and single runs, and",
        "the best of a sweep and its baseline so far; all; or none",
        "(default: best)."
      })
  private ModelSaving saving = ModelSaving.BEST;

  /** Return which runs keep their trained network. */
  public ModelSaving saving() {
    return saving;
  }

  /** Converts the choice. */
  static final class Reader implements ITypeConverter<ModelSaving> {
    @Override
    public ModelSaving convert(String text) {
      return ModelSaving.find(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "found \"" + text + "\", expected best, all or none"));
    }
  }
}
