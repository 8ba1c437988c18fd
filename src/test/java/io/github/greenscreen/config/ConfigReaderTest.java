package io.github.greenscreen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.greenscreen.run.RunPlan;
import io.github.greenscreen.search.Method;
import io.github.greenscreen.space.Choice;
import io.github.greenscreen.space.Constant;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.training.Hyperparameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  private static final String LR = "parameters: {lr: {value: 0.01}}\n";

  @TempDir Path folder;

  @Test
  void read_shippedFile_isTheStudy() {
    Config config = ConfigReader.read(Path.of("config.yaml"));
    assertThat(config.method()).isEqualTo(Method.RANDOM);
    assertThat(config.runCap()).isEqualTo(100);
    assertThat(config.metricName()).isEqualTo("val_accuracy");
    assertThat(config.space().size()).isEqualTo(1 << 20);
    assertThat(config.space().baseline().values().toString())
        .isEqualTo(
            "{preprocessing=None, augmentation=None, precision=float16, batch_size=4,"
                + " partitioning=60-20-20, lr=0.01, lr_schedule=constant, optimizer_momentum=0.0,"
                + " optimizer=RMSProp, internal=None, model=resnet50, stem=imagenet,"
                + " decay_steps=run, dataset=cifar10, epochs=50, seed=22}");
    assertThat(Hyperparameters.of(config.space().baseline()).learningRate()).isEqualTo(0.01);
    assertThat(config.space().find("lr"))
        .contains(new Choice("lr", List.of("0.01", "1.5e-4", "8.0e-4", "6.25e-3")));
  }

  @Test
  void read_shapeOfTheStudy_isTheSame() {
    Config config = read("configuration:\n  augmentation: {values: [none, mixup]}\n");
    assertThat(config.space().find("augmentation"))
        .contains(new Choice("augmentation", List.of("none", "mixup")));
  }

  @Test
  void read_littleGiven_addsWhatARunNeeds() {
    Config config = read("parameters:\n  lr: {values: [0.01, 0.1]}\n  epochs: {value: 3}\n");
    assertThat(config.space().parameters().stream().map(Parameter::name))
        .containsExactly("lr", "epochs", "model", "dataset", "seed");
    assertThat(config.method()).isEqualTo(Method.RANDOM);
    assertThat(config.runCap()).isEqualTo(100);
    assertThat(config.metricName()).isEqualTo("val_accuracy");
    RunPlan plan = RunPlan.of(config.space().baseline());
    assertThat(plan.epochs()).hasValue(3);
    assertThat(plan.seed()).isEqualTo(22);
    assertThat(plan.dataset()).isEqualTo("cifar10");
  }

  @Test
  void read_spellings_areKept() {
    Config config =
        read(
            """
            parameters:
              lr: {values: [1.5e-4, 8.0e-4, "0.10", 1e-2]}
              augmentation: {value: NONE}
              partitioning: {values: [60-20-20, 70-15-15]}
              optimizer_momentum: {values: [0.0, 0.50]}
            """);
    assertThat(config.space().parameters().stream().map(Parameter::values).limit(4))
        .containsExactly(
            List.of("1.5e-4", "8.0e-4", "0.10", "1e-2"),
            List.of("NONE"),
            List.of("60-20-20", "70-15-15"),
            List.of("0.0", "0.50"));
  }

  @Test
  void read_methodRunCapMetric_areTaken() {
    Config config =
        read("method: grid\nrun_cap: 7\nmetric: {name: energy_Wh, goal: minimize}\n" + LR);
    assertThat(config.method()).isEqualTo(Method.GRID);
    assertThat(config.runCap()).isEqualTo(7);
    assertThat(config.metricName()).isEqualTo("energy_Wh");
  }

  @Test
  void read_keysOfWeightsAndBiases_arePassedOver() {
    Config config =
        read(
            """
            name: my sweep
            description: a trial
            program: train.py
            project: p
            entity: e
            command: ["${env}", python]
            parameters:
              lr: {distribution: categorical, values: [0.1, 0.2]}
              seed: {distribution: constant, value: 5}
            """);
    assertThat(config.space().find("seed")).contains(new Constant("seed", "5"));
    assertThat(config.space().find("lr")).contains(new Choice("lr", List.of("0.1", "0.2")));
  }

  @Test
  void read_anchorsAndByteOrderMarkAndWindowsLines_areFine() {
    String text =
        "\uFEFFparameters:\r\n  lr: &both {values: [0.1, 0.2]}\r\n  optimizer_momentum: *both\r\n";
    assertThat(read(text).space().find("optimizer_momentum"))
        .contains(new Choice("optimizer_momentum", List.of("0.1", "0.2")));
  }

  @Test
  void read_manyProblems_tellsAllInTheOrderOfLines() {
    assertThat(
            problems(
                """
                metod: random
                run_cap: 0
                parameters:
                  augmentation: {values: [None, mixupp]}
                  lr:
                    values:
                      - 0.01
                      - fast
                  optimiser: {value: SGD}
                  precision: {values: []}
                """))
        .containsExactly(
            "config.yaml:1: unknown key \"metod\"; expected one of method, metric, run_cap,"
                + " parameters (did you mean \"method\"?)",
            "config.yaml:2: illegal run_cap \"0\"; expected a whole number above 0",
            "config.yaml:4: unknown augmentation \"mixupp\"; expected one of None, random, mixup,"
                + " cutmix (did you mean \"mixup\"?)",
            "config.yaml:8: illegal lr \"fast\"; expected a number above 0",
            "config.yaml:9: unknown parameter \"optimiser\"; expected one of preprocessing,"
                + " augmentation, precision, batch_size, partitioning, lr, lr_schedule,"
                + " optimizer_momentum, optimizer, internal, model, stem, memory_format, decay_steps,"
                + " dataset, epochs, seed (did you mean \"optimizer\"?)",
            "config.yaml:10: parameter precision has no values; expected {values: [first, second,"
                + " …]}");
  }

  /** One parameter in line 2, written after {@code lr:}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{values: []}|parameter lr has no values; expected {values: [first, second, …]}",
        "{values: }|parameter lr has no values; expected {values: [first, second, …]}",
        "{value: }|parameter lr has no values; expected {values: [first, second, …]}",
        "{}|parameter lr has no values; expected {values: [first, second, …]}",
        "''|parameter lr has no values; expected {values: [first, second, …]}",
        "0.01|parameter lr is a single value; expected {value: …} or {values: [first, second, …]}",
        "[0.01]|parameter lr is a list; expected {value: …} or {values: [first, second, …]}",
        "{values: 0.01}|values of lr is a single value; expected a list: [first, second, …]",
        "{values: {a: 1}}|values of lr is a mapping; expected a list: [first, second, …]",
        "{value: [1]}|value of lr is a list; expected a single value, or values: [first, second, …]",
        "{values: [1, [2]]}|a value of lr is a list; expected single values: [first, second, …]",
        "{values: [{a: 1}]}|a value of lr is a mapping; expected single values: [first, second, …]",
        "{value: 1, values: [1]}|parameter lr has both value and values; keep one",
        "{vals: [1]}|unknown key \"vals\" in parameter lr; expected values or value (did you mean \"values\"?)",
        "{values: [1], step: 2}|unknown key \"step\" in parameter lr; expected values or value",
        "{values: [1, 2, 1]}|value \"1\" of lr repeats \"1\" of line 2; name each value once",
        "{values: [0.01, 1e-2]}|value \"1e-2\" of lr repeats \"0.01\" of line 2; name each value once",
        "{min: 1, max: 2}|parameter lr uses min, max, which is not supported yet; list its values instead: values: [first, second, …]",
        "{distribution: uniform, values: [1]}|parameter lr uses distribution, which is not supported yet; list its values instead: values: [first, second, …]",
        "{value: -1}|illegal lr \"-1\"; expected a number above 0",
        "{value: ~}|illegal lr \"~\"; expected a number above 0",
        "{value: 1, value: 2}|\"value\" is repeated; it stands in line 2 already",
        "!!java.net.URL {value: 1}|tag !!java.net.URL is refused; write plain values without tags",
        "{value: !mine 1}|tag !mine is refused; write plain values without tags",
        "{<<: {value: 1}, value: 2}|merge keys (<<) are not supported; write the names out",
        "{[a]: 1, value: 2}|a list stands where a name is expected",
      })
  void read_brokenParameter_isTold(String yaml, String sentence) {
    String text = "parameters:\n  lr: " + yaml.replace("''", "") + "\n";
    assertThat(problems(text)).containsExactly("config.yaml:2: " + sentence);
  }

  /** Something in line 1, and a usable parameter below it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method: randm|unknown method \"randm\"; expected one of random, grid, sobol, tpe, bayes, hyperpower, hyperpower-indicator, hyperpower-random, nsga2 (did you mean \"random\"?)",
        "method: asktell|method asktell is not supported yet; expected one of random, grid, sobol, tpe, bayes, hyperpower, hyperpower-indicator, hyperpower-random, nsga2",
        "method: [grid]|unknown method \"\"; expected one of random, grid, sobol, tpe, bayes, hyperpower, hyperpower-indicator, hyperpower-random, nsga2",
        "run_cap: -3|illegal run_cap \"-3\"; expected a whole number above 0",
        "run_cap: 1.5|illegal run_cap \"1.5\"; expected a whole number above 0",
        "run_cap: many|illegal run_cap \"many\"; expected a whole number above 0",
        "metric: {goal: maximise}|unknown goal \"maximise\"; expected one of maximize, minimize (did you mean \"maximize\"?)",
        "metric: {nme: loss}|unknown key \"nme\" in metric; expected one of name, goal (did you mean \"name\"?)",
        "metric: {name: a, target: 1}|target of metric is not supported yet; remove it",
        "metric: {name: }|metric has no name; expected one such as val_accuracy",
        "metric: val_accuracy|metric has no name; expected {name: val_accuracy, goal: maximize}",
        "early_terminate: {type: hyperband}|early_terminate is not supported yet; remove it: every run trains to the end",
        "epochs: 3|epochs is a parameter; move it under parameters",
        "paramters: 3|unknown key \"paramters\"; expected one of method, metric, run_cap, parameters (did you mean \"parameters\"?)",
      })
  void read_brokenKey_isTold(String line, String sentence) {
    assertThat(problems(line + "\n" + LR)).containsExactly("config.yaml:1: " + sentence);
  }

  @Test
  void read_keyRepeated_namesBothLines() {
    assertThat(problems("method: grid\n" + LR + "method: random\n"))
        .containsExactly("config.yaml:3: \"method\" is repeated; it stands in line 1 already");
    assertThat(problems("parameters:\n  lr: {value: 1}\n  seed: {value: 1}\n  lr: {value: 2}\n"))
        .containsExactly("config.yaml:4: \"lr\" is repeated; it stands in line 2 already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method: grid|: has no parameters; expected parameters: {lr: {values: [0.01, 0.001]}, …}",
        "parameters:|:1: parameters names no parameter; expected parameters: {lr: {values: [0.01, 0.001]}, …}",
        "parameters: {}|:1: parameters names no parameter; expected parameters: {lr: {values: [0.01, 0.001]}, …}",
        "configuration: [lr]|:1: configuration names no parameter; expected parameters: {lr: {values: [0.01, 0.001]}, …}",
        "[a, b]|:1: a list stands where names and values are expected, such as parameters: {lr: {value: 0.01}}",
        "hello|:1: a single value stands where names and values are expected, such as parameters: {lr: {value: 0.01}}",
        "# nothing|: is empty; expected parameters with their values",
        "''|: is empty; expected parameters with their values",
      })
  void read_nothingToSearch_isTold(String text, String problem) {
    assertThat(problems(text + "\n")).containsExactly("config.yaml" + problem);
  }

  @Test
  void read_bothShapes_isTold() {
    assertThat(problems(LR + "configuration: {lr: {value: 0.02}}\n"))
        .containsExactly("config.yaml:2: both parameters and configuration are given; keep one");
  }

  @Test
  void read_noSuchFile_isToldWithThePathAsGiven() {
    Path missing = folder.resolve("nowhere/c.yaml");
    assertThat(problemsOf(missing))
        .containsExactly(missing + ": there is no such file; name the one to use with --config");
    assertThat(problemsOf(Path.of("./no-such.yaml")))
        .containsExactly(
            "./no-such.yaml: there is no such file; name the one to use with --config");
  }

  @Test
  void read_folder_isTold() {
    assertThat(problemsOf(folder))
        .containsExactly(folder + ": is a folder; expected a file such as config.yaml");
  }

  @Test
  void read_latin1_isToldWithItsLine() throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, "a: 1\nname: M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problemsOf(file))
        .containsExactly(file + ":2: is not UTF-8 text; save the file as UTF-8");
  }

  @Test
  void exception_message_joinsTheProblemsByLines() {
    ConfigException exception = new ConfigException(List.of("one", "two"));
    assertThat(exception).hasMessage("one\ntwo");
    assertThat(exception.problems()).containsExactly("one", "two");
  }

  private Config read(String text) {
    return ConfigReader.read(write(text));
  }

  /** Return the problems, with the folder cut off the path. */
  private List<String> problems(String text) {
    return problemsOf(write(text)).stream()
        .map(problem -> problem.replace(folder + "/", ""))
        .toList();
  }

  private static List<String> problemsOf(Path file) {
    return catchThrowableOfType(ConfigException.class, () -> ConfigReader.read(file)).problems();
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("config.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
