package io.github.greenscreen.run;

import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Names and order of {@code parameters.yaml}: what was asked, and what was found. */
final class ParametersFile {
  private static final String MODEL = "model";
  private static final String SEED = "seed";
  private static final String EPOCHS = "epochs";
  private static final String DATASET = "dataset";
  private static final String PARAMETER_COUNT = "n_parameters";
  private static final String TEST_ACCURACY = "test_accuracy";
  private static final String TEST_F1 = "test_f1";
  private static final Set<String> OWN =
      Set.of(SEED, EPOCHS, DATASET, PARAMETER_COUNT, TEST_ACCURACY, TEST_F1);

  private final Path file;
  private final Map<String, FlatYaml.Entry> entries;

  private ParametersFile(Path file, Map<String, FlatYaml.Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  static ParametersFile parse(Path file, String content) {
    return new ParametersFile(file, FlatYaml.parse(file, content));
  }

  /** Spell {@code plan}, and {@code result} where there is one. Numbers not known are left out. */
  static String format(RunPlan plan, Optional<RunResult> result) {
    StringBuilder text = new StringBuilder();
    Configuration configuration = plan.configuration();
    configuration.find(MODEL).ifPresent(model -> text.append(FlatYaml.line(MODEL, model)));
    configuration
        .values()
        .forEach(
            (name, value) -> text.append(name.equals(MODEL) ? "" : FlatYaml.line(name, value)));
    text.append(FlatYaml.line(SEED, Long.toString(plan.seed())));
    plan.epochs().ifPresent(n -> text.append(FlatYaml.line(EPOCHS, Integer.toString(n))));
    if (!plan.dataset().isEmpty()) {
      text.append(FlatYaml.line(DATASET, plan.dataset()));
    }
    result.ifPresent(found -> append(text, found));
    return text.toString();
  }

  private static void append(StringBuilder text, RunResult result) {
    text.append(FlatYaml.line(PARAMETER_COUNT, Long.toString(result.parameterCount())));
    if (!Double.isNaN(result.testAccuracy())) {
      text.append(FlatYaml.line(TEST_ACCURACY, Numbers.sixDecimals(result.testAccuracy())));
    }
    if (!Double.isNaN(result.testF1())) {
      text.append(FlatYaml.line(TEST_F1, Numbers.sixDecimals(result.testF1())));
    }
  }

  RunPlan plan() {
    Map<String, String> configuration = new LinkedHashMap<>();
    entries.forEach(
        (name, entry) -> {
          if (!OWN.contains(name)) {
            configuration.put(name, text(name));
          }
        });
    return new RunPlan(
        Configuration.of(configuration),
        wholeNumber(SEED),
        entries.containsKey(EPOCHS) ? OptionalInt.of(epochs()) : OptionalInt.empty(),
        entries.containsKey(DATASET) ? text(DATASET) : "");
  }

  /** Return what was found, or empty where the run has not completed. */
  Optional<RunResult> result() {
    return entries.containsKey(PARAMETER_COUNT)
        ? Optional.of(
            new RunResult(wholeNumber(PARAMETER_COUNT), share(TEST_ACCURACY), share(TEST_F1)))
        : Optional.empty();
  }

  private int epochs() {
    long epochs = wholeNumber(EPOCHS);
    if (epochs < 1 || epochs > Integer.MAX_VALUE) {
      throw unexpected(EPOCHS, "a whole number above 0");
    }
    return (int) epochs;
  }

  private long wholeNumber(String name) {
    if (!entries.containsKey(name)) {
      throw new RunFolderException(
          file + ": " + name + " is missing; expected a line " + name + ": …");
    }
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      throw unexpected(name, "a whole number");
    }
  }

  private double share(String name) {
    if (!entries.containsKey(name)) {
      return Double.NaN;
    }
    OptionalDouble value = Numbers.parse(text(name));
    return value.orElseThrow(() -> unexpected(name, "a number from 0 to 1"));
  }

  private String text(String name) {
    if (entries.get(name).inner().isPresent()) {
      throw RunFolderException.at(
          file, entries.get(name).line(), "found a mapping; expected one value for " + name);
    }
    return entries.get(name).text();
  }

  private RunFolderException unexpected(String name, String expected) {
    FlatYaml.Entry entry = entries.get(name);
    return RunFolderException.at(
        file, entry.line(), "%s \"%s\"; expected %s".formatted(name, entry.text(), expected));
  }
}
