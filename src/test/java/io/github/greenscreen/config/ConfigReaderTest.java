package io.github.greenscreen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
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
    assertThat(config.method()).isEqualTo(SamplerType.RANDOM);
    assertThat(config.runs()).isEqualTo(100);
    assertThat(config.objectivesOrDefault())
        .containsExactly(Objective.of("val_accuracy", Direction.MAXIMIZE));
    assertThat(config.space().size()).isEqualTo(1 << 20);
    assertThat(config.space().baseline().values().toString())
        .isEqualTo(
            "{preprocessing=None, augmentation=None, precision=float16, batch_size=4,"
                + " partitioning=60-20-20, lr=0.01, lr_schedule=constant, optimizer_momentum=0.0,"
                + " optimizer=RMSProp, internal=None, model=resnet50, stem=imagenet,"
                + " decay_steps=run, dataset=cifar10, epochs=50, seed=22}");
    assertThat(Hyperparameters.of(config.space().baseline()).learningRate().initial())
        .isEqualTo(0.01);
    assertThat(config.space().find("lr"))
        .contains(new CategoricalParameter("lr", List.of("0.01", "1.5e-4", "8.0e-4", "6.25e-3")));
  }

  @Test
  void read_shapeOfTheStudy_isTheSame() {
    Config config = read("configuration:\n  augmentation: {values: [none, mixup]}\n");
    assertThat(config.space().find("augmentation"))
        .contains(new CategoricalParameter("augmentation", List.of("none", "mixup")));
  }

  @Test
  void read_littleGiven_addsWhatARunNeeds() {
    Config config = read("parameters:\n  lr: {values: [0.01, 0.1]}\n  epochs: {value: 3}\n");
    assertThat(config.space().parameters().stream().map(Parameter::name))
        .containsExactly("lr", "epochs", "model", "dataset", "seed");
    assertThat(config.method()).isEqualTo(SamplerType.RANDOM);
    assertThat(config.runs()).isEqualTo(100);
    assertThat(config.objectivesOrDefault())
        .containsExactly(Objective.of("val_accuracy", Direction.MAXIMIZE));
    RunPlan plan = RunPlan.of(config.space().baseline());
    assertThat(plan.epochs()).hasValue(3);
    assertThat(plan.seed()).hasValue(22);
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
    assertThat(config.method()).isEqualTo(SamplerType.GRID);
    assertThat(config.runs()).isEqualTo(7);
    assertThat(config.objectives()).containsExactly(Objective.of("energy_Wh", Direction.MINIMIZE));
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
    assertThat(config.space().find("seed")).contains(new FixedParameter("seed", "5"));
    assertThat(config.space().find("lr"))
        .contains(new CategoricalParameter("lr", List.of("0.1", "0.2")));
  }

  @Test
  void read_anchorsAndByteOrderMarkAndWindowsLines_areFine() {
    String text =
        "\uFEFFparameters:\r\n  lr: &both {values: [0.1, 0.2]}\r\n  optimizer_momentum: *both\r\n";
    assertThat(read(text).space().find("optimizer_momentum"))
        .contains(new CategoricalParameter("optimizer_momentum", List.of("0.1", "0.2")));
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
                + " early_terminate, parameters, seed, repeats, constraints, objectives, forbid,"
                + " max_retries (did you mean \"method\"?)",
            "config.yaml:2: illegal run_cap \"0\"; expected a whole number above 0",
            "config.yaml:4: unknown augmentation \"mixupp\"; expected one of None, random, mixup,"
                + " cutmix, translate, alternating_flip, translate+alternating_flip (did you mean \"mixup\"?)",
            "config.yaml:8: illegal lr \"fast\"; expected a number above 0",
            "config.yaml:9: unknown parameter \"optimiser\"; expected one of preprocessing,"
                + " augmentation, precision, batch_size, accumulate, partitioning, lr, lr_schedule,"
                + " optimizer_momentum, optimizer, weight_decay, gradient_clipping,"
                + " label_smoothing, weight_averaging, dropout, stochastic_depth, pruning_schedule,"
                + " initial_sparsity, final_sparsity, pruning_begin, pruning_end,"
                + " pruning_frequency, pruning_scope, pruning_structure, test_time_flip, internal,"
                + " model, stem, weights, freeze,"
                + " initialization, memory_format, data_location, pin_memory, decay_steps,"
                + " warmup_steps, dataset, image_size, epochs, patience, seed (did you mean \"optimizer\"?)",
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
        "{value: [1]}|value of lr is a list; expected a single value, or values: [first, second,"
            + " …]",
        "{values: [1, [2]]}|a value of lr is a list; expected single values: [first, second, …]",
        "{values: [{a: 1}]}|a value of lr is a mapping; expected single values: [first, second, …]",
        "{value: 1, values: [1]}|parameter lr has both value and values; keep one",
        "{vals: [1]}|unknown key \"vals\" in parameter lr; expected one of values, value,"
            + " probabilities, distribution, min, max, mu, sigma, a, b, q, when (did you mean"
            + " \"values\"?)",
        "{values: [1], step: 2}|unknown key \"step\" in parameter lr; expected one of values,"
            + " value, probabilities, distribution, min, max, mu, sigma, a, b, q, when",
        "{min: 1}|parameter lr has no max; distribution int_uniform needs min and max",
        "{max: 0.1}|parameter lr has no min; distribution uniform needs min and max",
        "{min: 2, max: 1}|parameter lr: min 2 of int_uniform; expected a number below max, which is"
            + " 1",
        "{min: low, max: 1.0}|illegal min of lr \"low\"; expected a number",
        "{min: [1], max: 1.0}|illegal min of lr list; expected a number",
        "{min: -0.1, max: 0.1}|parameter lr can take the value -0.09999999999999998 "
            + "(uniform, min -0.1, max 0.1): illegal lr \"-0.09999999999999998\"; expected a "
            + "number above 0",
        "{min: 1, max: 2, q: 1}|q of parameter lr does not apply to distribution "
            + "int_uniform; expected min, max",
        "{mu: 1}|parameter lr has mu but neither values nor a distribution; add one of them",
        "{distribution: normal, mu: 0.01}|parameter lr can take the value "
            + "-8.199536151601388 (normal, mu 0.01, sigma 1): illegal lr \"-8.199536151601388\"; "
            + "expected a number above 0",
        "{distribution: log_uniform, min: 0.001, max: 0.1, mu: 3}|mu of parameter lr does "
            + "not apply to distribution log_uniform; expected min, max",
        "{distribution: log_unifrom, min: 1, max: 2}|unknown distribution \"log_unifrom\" of lr;"
            + " expected one of constant, categorical, categorical_w_probabilities, int_uniform,"
            + " uniform, q_uniform, log_uniform, log_uniform_values, q_log_uniform,"
            + " q_log_uniform_values, inv_log_uniform, inv_log_uniform_values, normal, q_normal,"
            + " log_normal, q_log_normal, beta, q_beta (did you mean \"log_uniform\"?)",
        "{distribution: log_uniform_values, min: 0, max: 1}|parameter lr: min 0 of"
            + " log_uniform_values; expected a number above 0",
        "{distribution: log_normal, sigma: -1}|parameter lr: sigma -1 of log_normal; expected a"
            + " number above 0",
        "{distribution: normal, mu: 0.5, sigma: 0}|parameter lr: sigma 0 of normal; expected a"
            + " number above 0; for a constant write value: 0.5",
        "{distribution: log_uniform, min: 0.0001, max: 1000}|parameter lr: max 1000 of log_uniform;"
            + " expected a smaller number: values would be infinite because min and max are"
            + " exponents of e; for values up to 1000 use log_uniform_values",
        "{distribution: categorical_w_probabilities, values: [1, 2]}|parameter lr has no"
            + " probabilities; distribution categorical_w_probabilities needs values and"
            + " probabilities",
        "{values: [1, 2], probabilities: [0.333, 0.333]}|probabilities of lr sum to 0.666;"
            + " expected 1",
        "{distribution: constant, values: [1]}|values of parameter lr does not apply to "
            + "distribution constant; expected value",
        "{distribution: categorical}|parameter lr has no values; expected {values: [first, second,"
            + " …]}",
        "{values: [1, 2], probabilities: [1]}|probabilities of lr must be a list of 2 "
            + "numbers, one for each value",
        "{values: [1, 2], probabilities: [0.5, 0.4]}|probabilities of lr sum to 0.9; expected 1",
        "{values: [1, 2], probabilities: [1.5, -0.5]}|illegal probability of lr \"1.5\"; expected a"
            + " number from 0 to 1",
        "{values: [1, 2], probabilities: [half, 0.5]}|illegal probability of lr \"half\"; expected"
            + " a number from 0 to 1",
        "{parameters: {lr: {value: 1}}, value: 1}|key \"value\" is not allowed next to "
            + "parameters in lr; expected one of parameters, when",
        "{parameters: {}}|parameters names no parameter; expected parameters: {lr: {values: [0.01,"
            + " 0.001]}, …}",
        "{value: 1, when: {optimiser: SGD}}|when of lr names unknown parameter "
            + "\"optimiser\"; expected one of lr, model, dataset, epochs, seed",
        "{value: 1, when: SGD}|when of lr names no parameter; expected for example "
            + "{optimizer: SGD}",
        "{value: 1, when: {model: resnet20}}|when of lr gives model the unknown value "
            + "\"resnet20\"; expected one of resnet50 (did you mean \"resnet50\"?)",
        "{value: 1, when: {epochs: {least: 3}}}|when of lr has the key \"least\" "
            + "for epochs; expected {min: …, max: …}",
        "{value: 1, when: {epochs: {min: 3, max: 1}}}|when of lr: min 3 of epochs is above max 1; swap them",
        "{distribution: uniform, values: [1]}|values of parameter lr does not apply to "
            + "distribution uniform; expected min, max",
        "{value: -1}|illegal lr \"-1\"; expected a number above 0",
        "~|parameter lr has no values; expected {values: [first, second, …]}",
        "{values: [null, 1]}|illegal lr \"null\"; expected a number above 0",
        "{value: ~}|illegal lr \"~\"; expected a number above 0",
        "{value: 1, value: 2}|duplicate key \"value\"; already defined in line 2",
        "!!java.net.URL {value: 1}|tag !!java.net.URL is not allowed; use plain values "
            + "without tags",
        "{value: !mine 1}|tag !mine is not allowed; use plain values without tags",
        "{<<: 3, value: 2}|the merge key << names a single value; expected a mapping, such as <<:"
            + " *name",
        "&a {<<: [{value: 1}, *a], value: 2}|the merge key << names the mapping it belongs to;"
            + " remove it",
        "{[a]: 1, value: 2}|a list is used as a name; expected plain text",
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
        "method: hyperband|method hyperband is an early stopper; use early_terminate: "
            + "{type: hyperband} for it; expected one of random, grid, sobol, tpe, bayes, "
            + "hyperpower, hyperpower-indicator, hyperpower-random, nsga2, asktell",
        "run_cap: -3|illegal run_cap \"-3\"; expected a whole number above 0",
        "run_cap: 1.5|illegal run_cap \"1.5\"; expected a whole number above 0",
        "run_cap: many|illegal run_cap \"many\"; expected a whole number above 0",
        "metric: {name: loss, goal: maximise}|unknown goal \"maximise\"; expected one of maximize,"
            + " minimize (did you mean \"maximize\"?)",
        "metric: {name: loss, gol: minimize}|unknown key \"gol\" in metric; expected one of name,"
            + " goal, target (did you mean \"goal\"?)",
        "metric: {name: loss, impute: median}|unknown impute \"median\"; expected one of latest,"
            + " best, worst",
        "metric: {name: loss, impute_while_running: true}|unknown impute_while_running \"true\";"
            + " expected one of latest, best, worst, false",
        "metrics: [{name: val_loss}]|metrics needs two or more, such as [{name: "
            + "val_accuracy, goal: maximize}, {name: energy_Wh, goal: minimize}]; specify a "
            + "single one as metric",
        "metric: {goal: minimize}|metric has no name; expected {name: val_accuracy, goal:"
            + " maximize}",
        "metric: {name: val_acuracy, goal: maximize}|unknown metric \"val_acuracy\"; expected one"
            + " of val_accuracy, val_loss, accuracy, loss, energy_Wh, power_W, gpu_memory_MiB,"
            + " epoch_seconds, efficiency (did you mean \"val_accuracy\"?)",
        "metric: {name: val_accuracy}|metric val_accuracy has no goal, which defaults to "
            + "minimize; add goal: maximize",
        "metric: {name: loss, target: low}|illegal target \"low\"; expected a number",
        "metric: {name: }|metric has no name; expected one such as val_accuracy",
        "metric: val_accuracy|metric has no name; expected {name: val_accuracy, goal: maximize}",
        "objectives: [{name: val_loss}]|objectives needs two or more, such as [{name: "
            + "val_accuracy, goal: maximize}, {name: energy_Wh, goal: minimize}]; specify a "
            + "single one as metric",
        "objectives: [{name: val_loss}, {name: val_loss}]|duplicate objective val_loss; keep one",
        "objectives: [{name: val_loss}, 3]|objective has no name; expected {name: val_accuracy,"
            + " goal: maximize}",
        "early_terminate: hyperband|early_terminate has no type; expected {type: hyperband,"
            + " min_iter: 3}",
        "early_terminate: {min_iter: 3}|early_terminate has no type; expected {type: hyperband,"
            + " min_iter: 3}",
        "early_terminate: {type: hyperbnd}|unknown type \"hyperbnd\" in early_terminate; expected"
            + " one of hyperband, asha, median, chance (did you mean \"hyperband\"?)",
        "early_terminate: {type: hyperband, min_itr: 3}|unknown key \"min_itr\" in early_terminate"
            + " of type hyperband; expected one of type, min_iter, max_iter, s, eta, strict (did"
            + " you mean \"min_iter\"?)",
        "early_terminate: {type: hyperband}|early_terminate: hyperband: expected either min_iter,"
            + " or max_iter and s; found neither",
        "early_terminate: {type: hyperband, min_iter: 0}|early_terminate: hyperband: "
            + "min_iter is 0; expected an epoch of at least 1, such as 3",
        "early_terminate: {type: hyperband, max_iter: 27}|early_terminate: hyperband: max_iter is"
            + " given without s; add s, the number of brackets, such as 2",
        "early_terminate: {type: hyperband, min_iter: 3, max_iter: 27}|early_terminate: hyperband:"
            + " max_iter is given without s; add s, the number of brackets, such as 2",
        "scheduler: optuna|scheduler has no engine; expected {engine: wandb}",
        "early_terminate: {type: hyperband, min_iter: 3, eta: two}|early_terminate: hyperband: eta"
            + " is \"two\"; expected a number such as 0.01 or 3",
        "constraints: 250|constraints has no limit; expected for example {power_W: 250, "
            + "energy_Wh: 30}",
        "constraints: {power_w: 250}|unknown key \"power_w\" in constraints; expected one of"
            + " power_W, energy_Wh, gpu_memory_MiB, epoch_seconds (did you mean \"power_W\"?)",
        "constraints: {power_W: 0}|illegal power_W \"0\"; expected a number above 0",
        "constraints: {power_W: much}|illegal power_W \"much\"; expected a number above 0",
        "seed: x|illegal seed \"x\"; expected a whole number",
        "repeats: 0|illegal repeats \"0\"; expected a whole number above 0",
        "max_retries: -1|illegal max_retries \"-1\"; expected a whole number from 0 to 999",
        "forbid: {lr: 0.01}|forbid is not a list; expected a list such as [{precision: "
            + "float64, batch_size: [64, 128]}]",
        "forbid: [{lr: 0.1}]|forbid gives lr the unknown value \"0.1\"; expected one of "
            + "0.01 (did you mean \"0.01\"?)",
        "forbid: [{lr: 0.01}]|forbid excludes every configuration; remove some rules",
        "epochs: 3|epochs is a parameter; move it under parameters",
        "paramters: 3|unknown key \"paramters\"; expected one of method, metric, run_cap,"
            + " early_terminate, parameters, seed, repeats, constraints, objectives, forbid,"
            + " max_retries (did you mean \"parameters\"?)",
      })
  void read_brokenKey_isTold(String line, String sentence) {
    assertThat(problems(line + "\n" + LR)).containsExactly("config.yaml:1: " + sentence);
  }

  @Test
  void read_keyRepeated_namesBothLines() {
    assertThat(problems("method: grid\n" + LR + "method: random\n"))
        .containsExactly("config.yaml:3: duplicate key \"method\"; already defined in line 1");
    assertThat(problems("parameters:\n  lr: {value: 1}\n  seed: {value: 1}\n  lr: {value: 2}\n"))
        .containsExactly("config.yaml:4: duplicate key \"lr\"; already defined in line 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method: grid|: has no parameters; expected parameters: {lr: {values: [0.01, 0.001]}, …}",
        "parameters:|:1: parameters names no parameter; expected parameters: {lr: {values: [0.01,"
            + " 0.001]}, …}",
        "parameters: {}|:1: parameters names no parameter; expected parameters: {lr: {values:"
            + " [0.01, 0.001]}, …}",
        "configuration: [lr]|:1: configuration names no parameter; expected parameters: {lr:"
            + " {values: [0.01, 0.001]}, …}",
        "[a, b]|:1: found a list, expected names with values, such as parameters: {lr: "
            + "{value: 0.01}}",
        "hello|:1: found a single value, expected names with values, such as parameters: "
            + "{lr: {value: 0.01}}",
        "# nothing|: is empty; expected parameters with their values",
        "''|: is empty; expected parameters with their values",
      })
  void read_nothingToSearch_isTold(String text, String problem) {
    assertThat(problems(text + "\n")).containsExactly("config.yaml" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method: randm|unknown method \"randm\"| (did you mean \"random\"?)",
        "method: [grid]|unknown method \"\"|''",
      })
  void read_unknownMethod_isTold(String line, String found, String hint) {
    assertThat(problems(line + "\n" + LR))
        .containsExactly(
            "config.yaml:1: %s; expected one of %s%s"
                .formatted(
                    found,
                    String.join(", ", SamplerType.configNames()),
                    hint.strip().isEmpty() ? "" : " " + hint.strip()));
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
        .containsExactly(missing + ": no such file; specify the file with --config");
    assertThat(problemsOf(Path.of("./no-such.yaml")))
        .containsExactly("./no-such.yaml: no such file; specify the file with --config");
  }

  @Test
  void read_folder_isTold() {
    assertThat(problemsOf(folder))
        .containsExactly(folder + ": is a folder; expected a file such as config.yaml");
  }

  @Test
  void read_hugeFile_isRefusedBeforeItIsParsed() throws IOException {
    Path file = folder.resolve("huge.yaml");
    Files.writeString(file, "parameters: {lr: {value: 0.1}}\n#" + "x".repeat(1 << 20));
    assertThat(problemsOf(file))
        .containsExactly(
            file
                + ": has 1,048,608 bytes; expected a file such as config.yaml, of 1,048,576 bytes"
                + " at most");
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
