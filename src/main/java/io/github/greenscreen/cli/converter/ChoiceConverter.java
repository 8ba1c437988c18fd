package io.github.greenscreen.cli.converter;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The base class of converters that accept one of a few words. */
public abstract class ChoiceConverter implements ITypeConverter<String> {
  private final List<String> words;

  /** Accept the given {@code words}, at least two. */
  public ChoiceConverter(String... words) {
    this.words = List.of(words);
  }

  @Override
  public final String convert(String text) {
    if (!words.contains(text)) {
      int last = words.size() - 1;
      throw new TypeConversionException(
          "found \"%s\", expected %s or %s"
              .formatted(text, String.join(", ", words.subList(0, last)), words.get(last)));
    }
    return text;
  }
}
