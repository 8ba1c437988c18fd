package io.github.greenscreen.run.format;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Reads and writes {@code parameters.yaml}: the plan of a run and its result. */
public final class ParametersFile {
  private static final String MODEL = "model";
  private static final String SEED = "seed";
  private static final String EPOCHS = "epochs";
  private static final String DATASET = "dataset";
  private static final String PARAMETER_COUNT = "n_parameters";
  private static final String MULTIPLY_ADDS = "multiply_adds_per_image";
  private static final String ACTIVATIONS = "activations_per_image";
  private static final String TEST_ACCURACY = "test_accuracy";
  private static final String TEST_F1 = "test_f1";
  private static final Set<String> OWN =
      Set.of(
          SEED,
          EPOCHS,
          DATASET,
          PARAMETER_COUNT,
          MULTIPLY_ADDS,
          ACTIVATIONS,
          TEST_ACCURACY,
          TEST_F1);

  private final YamlMapping found;

  private ParametersFile(YamlMapping found) {
    this.found = found;
  }

  /**
   * Parse {@code content} of {@code file}; the values are checked when they are read.
   *
   * @throws RunFolderException if it is not a flat mapping, with the file and the place
   */
  public static ParametersFile parse(Path file, String content) {
    return new ParametersFile(YamlMapping.parse(file, content));
  }

  /** Format {@code plan}, and {@code result} if there is one. Unknown numbers are left out. */
  public static String format(RunPlan plan, Optional<RunResult> result) {
    StringBuilder text = new StringBuilder();
    Configuration configuration = plan.configuration();
    configuration.find(MODEL).ifPresent(model -> text.append(SimpleYaml.line(MODEL, model)));
    configuration
        .values()
        .forEach(
            (name, value) -> text.append(name.equals(MODEL) ? "" : SimpleYaml.line(name, value)));
    plan.seed().ifPresent(seed -> text.append(SimpleYaml.line(SEED, Long.toString(seed))));
    plan.epochs().ifPresent(n -> text.append(SimpleYaml.line(EPOCHS, Integer.toString(n))));
    if (!plan.dataset().isEmpty()) {
      text.append(SimpleYaml.line(DATASET, plan.dataset()));
    }
    result.ifPresent(found -> append(text, found));
    return text.toString();
  }

  private static void append(StringBuilder text, RunResult result) {
    NetworkSize network = result.network();
    append(text, PARAMETER_COUNT, OptionalLong.of(network.parameters()));
    append(text, MULTIPLY_ADDS, network.multiplyAdds());
    append(text, ACTIVATIONS, network.activations());
    if (!Double.isNaN(result.testAccuracy())) {
      text.append(
          SimpleYaml.line(TEST_ACCURACY, CsvNumberFormat.sixDecimals(result.testAccuracy())));
    }
    if (!Double.isNaN(result.testF1())) {
      text.append(SimpleYaml.line(TEST_F1, CsvNumberFormat.sixDecimals(result.testF1())));
    }
  }

  private static void append(StringBuilder text, String name, OptionalLong number) {
    number.ifPresent(value -> text.append(SimpleYaml.line(name, Long.toString(value))));
  }

  /**
   * Return the plan.
   *
   * @param needsSeed whether a plan without a seed is an error, as one that is empty always is
   */
  public RunPlan plan(boolean needsSeed) {
    Map<String, String> configuration = new LinkedHashMap<>();
    found.names().stream()
        .filter(name -> !OWN.contains(name))
        .forEach(name -> configuration.put(name, found.text(name)));
    return new RunPlan(
        Configuration.of(configuration),
        needsSeed || configuration.isEmpty() || found.has(SEED)
            ? OptionalLong.of(found.whole(SEED))
            : OptionalLong.empty(),
        found.has(EPOCHS) ? OptionalInt.of(found.count(EPOCHS)) : OptionalInt.empty(),
        found.text(DATASET, ""));
  }

  /** Return the result, or empty if the run has not completed. */
  public Optional<RunResult> result() {
    return found.has(PARAMETER_COUNT)
        ? Optional.of(new RunResult(network(), share(TEST_ACCURACY), share(TEST_F1)))
        : Optional.empty();
  }

  private NetworkSize network() {
    return new NetworkSize(
        found.whole(PARAMETER_COUNT), optional(MULTIPLY_ADDS), optional(ACTIVATIONS));
  }

  private OptionalLong optional(String name) {
    return found.has(name) ? OptionalLong.of(found.whole(name)) : OptionalLong.empty();
  }

  private double share(String name) {
    if (!found.has(name)) {
      return Double.NaN;
    }
    OptionalDouble value = CsvNumberFormat.parse(found.text(name));
    if (value.isEmpty() || value.getAsDouble() < 0 || value.getAsDouble() > 1) {
      throw found.unexpected(name, "a number from 0 to 1");
    }
    return value.getAsDouble();
  }
}
