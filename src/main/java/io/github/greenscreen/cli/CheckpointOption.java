package io.github.greenscreen.cli;

import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How often a run writes a checkpoint. */
final class CheckpointOption {
  private static final String NAME = "--checkpoint-every";

  @Option(
      names = NAME,
      paramLabel = "N",
      order = 28,
      converter = Epochs.class,
      description = {
        "Write a checkpoint every N epochs; 0 for never",
        "(default: once a minute, and after the first and last epoch)."
      })
  private Integer every;

  /** Return the number of epochs, 0 for never; empty where nothing was said. */
  OptionalInt epochs() {
    return every == null ? OptionalInt.empty() : OptionalInt.of(every);
  }

  /**
   * Return the words that make another greenscreen choose the same; none where nothing was said.
   */
  List<String> words() {
    return every == null ? List.of() : List.of(NAME, Integer.toString(every));
  }

  /** Reads a whole number, 0 included. */
  static final class Epochs implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("\\d{1,9}")) {
        throw new TypeConversionException(
            "found \"" + text + "\", expected a whole number of epochs such as 5, or 0");
      }
      return Integer.valueOf(text);
    }
  }
}
