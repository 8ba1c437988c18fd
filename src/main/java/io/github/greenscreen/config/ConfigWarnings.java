package io.github.greenscreen.config;

import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.search.stopper.Stopper;
import io.github.greenscreen.search.stopper.StopperConfig;
import io.github.greenscreen.space.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The warnings of a configuration: those found in its file, and those that depend on values that
 * the command line can change.
 */
public final class ConfigWarnings {
  /** Number of classes for stoppers that need one and do not get it from the file. */
  private static final String SOME_CLASSES = "10";

  private ConfigWarnings() {}

  /** Return one sentence per warning, those of the file first, in the order of its lines. */
  public static List<String> of(Config config) {
    List<String> result = new ArrayList<>();
    config.unavailable().ifPresent(result::add);
    result.addAll(config.warnings());
    // Another program stops its runs itself.
    if (config.trainer() == TrainerSchema.BUILT_IN) {
      config.earlyTerminate().ifPresent(choice -> checkStopper(choice, config, result));
    }
    return result;
  }

  private static void checkStopper(StopperConfig choice, Config config, List<String> result) {
    Stopper stopper = choice.withDefault("classes", SOME_CLASSES).create();
    OptionalDouble longest = mostEpochs(config);
    if (longest.isPresent() && stopper.firstEpoch() >= longest.getAsDouble()) {
      result.add(
          "early_terminate saves nothing: %s first compares runs after epoch %s, and runs end after epoch %s"
              .formatted(
                  choice.kind().configName(),
                  stopper.firstEpoch(),
                  DecimalText.spell(longest.getAsDouble())));
    }
  }

  private static OptionalDouble mostEpochs(Config config) {
    return config.space().find("epochs").filter(Parameter::isFinite).stream()
        .flatMap(epochs -> epochs.values().stream())
        .mapToDouble(Double::parseDouble)
        .max();
  }
}
