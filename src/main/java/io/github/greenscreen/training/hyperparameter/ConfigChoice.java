package io.github.greenscreen.training.hyperparameter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A named choice in {@code config.yaml}; the enums of this package are the legal values. */
public interface ConfigChoice {

  /** Return the spelling in {@code config.yaml}. */
  String configName();

  /** Return the constant spelled {@code text}; {@code None} is accepted in any case. */
  static <E extends Enum<E> & ConfigChoice> Optional<E> find(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(option -> matches(option.configName(), text))
        .findFirst();
  }

  /** Return the spellings of all constants in their order. */
  static <E extends Enum<E> & ConfigChoice> List<String> configNames(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(ConfigChoice::configName).toList();
  }

  private static boolean matches(String configName, String text) {
    return configName.equals(text)
        || (configName.equals("None") && text.toLowerCase(Locale.ROOT).equals("none"));
  }
}
