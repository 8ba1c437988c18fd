package io.github.greenscreen.cli.option;

import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that sets how often a run writes a checkpoint. */
public final class CheckpointOption {
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

  /** Return the number of epochs between checkpoints, 0 for never; empty if not given. */
  public OptionalInt epochs() {
    return every == null ? OptionalInt.empty() : OptionalInt.of(every);
  }

  /** Return the command-line arguments that pass this choice on; empty if not given. */
  public List<String> words() {
    return every == null ? List.of() : List.of(NAME, Integer.toString(every));
  }

  /** Converts an integer of at least 0. */
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
