package io.github.greenscreen.search.stopper;

import io.github.greenscreen.space.DidYouMean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A stopper with its options, as given by {@code --stopper} or {@code early_terminate}. Methods
 * that parse text throw {@link IllegalArgumentException} with a sentence for the user if it is
 * invalid.
 *
 * @param kind the type of stopper
 * @param options text by option name; {@code kind} has all these options
 */
public record StopperConfig(StopperType kind, Map<String, String> options) {
  public StopperConfig {
    Objects.requireNonNull(kind);
    options = Map.copyOf(options);
    for (String option : options.keySet()) {
      if (!kind.options().contains(option)) {
        throw new IllegalArgumentException(
            "%s: unknown option \"%s\"; expected one of %s%s"
                .formatted(
                    kind.configName(),
                    option,
                    String.join(", ", kind.options()),
                    DidYouMean.hint(option, kind.options())));
      }
    }
  }

  /** Parse {@code NAME} or {@code NAME:OPTION=VALUE,OPTION=VALUE}. */
  public static StopperConfig parse(String text) {
    String[] halves = text.split(":", 2);
    StopperType kind =
        StopperType.find(halves[0])
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown stopper \"%s\"; expected one of %s%s"
                            .formatted(
                                halves[0],
                                String.join(", ", StopperType.configNames()),
                                DidYouMean.hint(halves[0], StopperType.configNames()))));
    Map<String, String> options = new LinkedHashMap<>();
    for (String pair : halves.length < 2 ? new String[0] : halves[1].split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1 || options.containsKey(pair.substring(0, equals).strip())) {
        throw new IllegalArgumentException(
            "%s: found \"%s\", expected each OPTION=VALUE once, such as %s"
                .formatted(kind.configName(), pair, kind.options().get(0) + "=3"));
      }
      options.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return new StopperConfig(kind, options);
  }

  /** Return a copy with {@code option} set to {@code value}, if the type has it and it is unset. */
  public StopperConfig withDefault(String option, String value) {
    if (options.containsKey(option) || !kind.options().contains(option)) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(options);
    more.put(option, value);
    return new StopperConfig(kind, more);
  }

  /** Create the stopper. */
  public Stopper create() {
    return kind.create(new StopperOptions(kind.configName(), options));
  }
}
