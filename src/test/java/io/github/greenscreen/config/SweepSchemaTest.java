package io.github.greenscreen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.search.stopper.HyperbandStopper;
import io.github.greenscreen.search.stopper.Stopper;
import io.github.greenscreen.search.stopper.StopperType;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.DistributionType;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The keys of a Weights &amp; Biases sweep with their meanings, and our own. */
class SweepSchemaTest {
  @TempDir Path folder;

  /** What follows lr:, and the distribution with its settings that it means. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{min: 1, max: 8}|int_uniform, min 1, max 8",
        "{min: 1.0, max: 8}|uniform, min 1, max 8",
        "{min: 1_0, max: 0x20}|int_uniform, min 10, max 32",
        "{distribution: int_uniform, min: 4.0, max: 1e1}|int_uniform, min 4, max 10",
        "{min: 1, max: 8.5}|uniform, min 1, max 8.5",
        "{min: 1e-4, max: 1}|uniform, min 0.0001, max 1",
        "{distribution: uniform, min: 1, max: 8}|uniform, min 1, max 8",
        "{distribution: q_uniform, min: 1, max: 8}|q_uniform, min 1, max 8, q 1",
        "{distribution: q_log_uniform_values, min: 8, max: 64, q: 8}|q_log_uniform_values, min 8,"
            + " max 64, q 8",
        "{distribution: log_normal}|log_normal, mu 0, sigma 1",
        "{distribution: normal, mu: 9, sigma: 0.5}|normal, mu 9, sigma 0.5",
        "{distribution: log_normal, mu: -4}|log_normal, mu -4, sigma 1",
      })
  void read_distribution_hasTheMeaningOfWeightsAndBiases(String yaml, String words) {
    assertThat(parameter("lr", yaml)).hasToString(words);
  }

  @Test
  void read_beta_staysBetween0And1() {
    assertThat(parameter("optimizer_momentum", "{distribution: beta, b: 2}"))
        .hasToString("beta, a 1, b 2");
    assertThat(problems("parameters: {optimizer_momentum: {distribution: q_beta, q: 0.5}}"))
        .containsExactly(
            "config.yaml:1: parameter optimizer_momentum can take the value 1 (q_beta, a "
                + "1, b 1, q 0.5): illegal optimizer_momentum \"1\"; expected a number of at "
                + "least 0 and below 1");
  }

  /** log_uniform takes exponents of e, log_uniform_values the values themselves. */
  @Test
  void read_logUniform_takesExponents() {
    double low =
        Double.parseDouble(parameter("lr", "{distribution: log_uniform, min: -4, max: 0}").at(0));
    assertThat(low).isCloseTo(Math.exp(-4), within(1e-15));
    double inverse =
        Double.parseDouble(
            parameter("lr", "{distribution: inv_log_uniform, min: 1, max: 4}").at(0));
    assertThat(inverse).isCloseTo(Math.exp(-4), within(1e-15));
    double values =
        Double.parseDouble(
            parameter("lr", "{distribution: log_uniform_values, min: 0.5, max: 2}").at(0));
    assertThat(values).isCloseTo(0.5, within(1e-15));
  }

  @ParameterizedTest
  @EnumSource(DistributionType.class)
  void read_everyDistribution_isKnown(DistributionType distribution) {
    String ends = distribution.settings().contains(Setting.MIN) ? ", min: 1, max: 3" : "";
    String yaml = "{distribution: " + distribution.configName() + ends + "}";
    List<String> problems = problems("parameters: {lr: " + yaml + "}");
    // Some of them reach below 0 where nothing is said, which training says itself.
    assertThat(problems).allMatch(problem -> problem.contains("parameter lr can take the value"));
    if (problems.isEmpty()) {
      assertThat(((NumericParameter) parameter("lr", yaml)).distribution()).isEqualTo(distribution);
    }
  }

  @Test
  void read_probabilities_areKeptWithTheValues() {
    assertThat(parameter("optimizer", "{values: [SGD, Adam], probabilities: [0.25, 0.75]}"))
        .isEqualTo(
            new CategoricalParameter("optimizer", List.of("SGD", "Adam"), List.of(0.25, 0.75)));
    assertThat(
            parameter(
                "optimizer",
                "{distribution: categorical_w_probabilities, values: [SGD], probabilities: [1]}"))
        .isEqualTo(new CategoricalParameter("optimizer", List.of("SGD"), List.of(1.0)));
  }

  /** What follows a name, the values in the order of the file, and their probabilities. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "augmentation|[null, random, mixup]|None, random, mixup|''",
        "augmentation|[~, random]|None, random|''",
        "preprocessing|[Null, NULL, minmax, minmax]|None, minmax|''",
        "batch_size|[32, 32, 64, 16]|32, 64, 16|0.5, 0.25, 0.25",
        "batch_size|[64, 32.0, 3.2e1, 0x20]|64, 32|0.25, 0.75",
        "lr|[0.01, 1e-2, 0.010]|0.01|''",
        "augmentation|[none, null, None, mixup]|none, mixup|0.75, 0.25",
        "optimizer|[SGD, SGD, Adam], probabilities: [0.125, 0.25, 0.625]|SGD, Adam|0.375, 0.625",
        "optimizer|[SGD, Adam], probabilities: [0.49999, 0.5]|SGD, Adam|0.49999, 0.5",
        "epochs|[30.0, 5e1, 1_00, +7]|30, 50, 100, 7|''",
        "seed|[22.0, -1.0]|22, -1|''",
        "decay_steps|[run, 1e3]|run, 1000|''",
      })
  void read_values_haveTheMeaningOfYaml(
      String name, String values, String texts, String probabilities) {
    CategoricalParameter choice =
        (CategoricalParameter) parameter(name, "{values: " + values + "}");
    assertThat(String.join(", ", choice.values())).isEqualTo(texts);
    assertThat(choice.probabilities().toString()).isEqualTo("[" + probabilities + "]");
  }

  @Test
  void read_valueNull_isNoneIfTheParameterTakesIt() {
    assertThat(parameter("internal", "{value: ~}"))
        .isEqualTo(new FixedParameter("internal", "None"));
    assertThat(parameter("internal", "{value: }"))
        .isEqualTo(new FixedParameter("internal", "None"));
    assertThat(parameter("batch_size", "{value: 64.0}"))
        .isEqualTo(new FixedParameter("batch_size", "64"));
  }

  @Test
  void read_nullInConditions_isNone() {
    Config config =
        read(
            """
            parameters:
              augmentation: {values: [null, mixup]}
              lr: {values: [0.1, 0.2], when: {augmentation: null}}
            forbid: [{augmentation: ~, lr: 0.1}]
            """);
    assertThat(config.space().conditions().get("lr")).hasToString("augmentation None");
    assertThat(config.space().forbidden()).hasToString("[augmentation None and lr 0.1]");
    assertThat(config.space().size()).isEqualTo(2);
  }

  @Test
  void read_nullInTrials_isNone() throws IOException {
    Config config = read("parameters: {augmentation: {values: [mixup, null]}}");
    Path trials = Files.writeString(folder.resolve("first.yaml"), "- {augmentation: ~}\n");
    assertThat(TrialsReader.read(trials, config.space()))
        .extracting(trial -> trial.get("augmentation"))
        .containsExactly("None");
  }

  @Test
  void read_repeatedValue_countsOnceInTheGrid() {
    assertThat(read("parameters: {batch_size: {values: [32, 32, 64]}}").space().size())
        .isEqualTo(2);
  }

  @Test
  void read_mergeKeys_takeOverWhatIsNotReplaced() {
    Config config =
        read(
            """
            <<: {method: grid, run_cap: 5.0}
            run_cap: 7e0
            parameters:
              lr: &range {distribution: uniform, min: 0.1, max: 0.9}
              optimizer_momentum:
                <<: [{min: 0.2}, *range, {max: 0.3, distribution: int_uniform}]
                max: 0.95
              group:
                <<: {parameters: {batch_size: {values: [32, 64]}}}
            """);
    assertThat(config.space().find("optimizer_momentum").orElseThrow())
        .hasToString("uniform, min 0.2, max 0.95");
    assertThat(config.space().find("batch_size").orElseThrow().values())
        .containsExactly("32", "64");
    assertThat(config.method()).isEqualTo(SamplerType.GRID);
    assertThat(config.runs()).isEqualTo(7);
  }

  @Test
  void read_mergeKeysNestedDeeply_takeLittleTime() {
    StringBuilder text = new StringBuilder("parameters:\n  lr: &a0 {value: 0.1}\n");
    text.append("  batch_size:\n    <<:\n");
    for (int i = 1; i < 25; i++) {
      text.append("    - &a%s {<<: [*a%s, *a%s]}\n".formatted(i, i - 1, i - 1));
    }
    text.append("    value: 64\n");
    assertThat(read(text.toString()).space().baseline().get("batch_size")).isEqualTo("64");
  }

  @Test
  void read_metrics_areObjectives() {
    Config config =
        read(
            """
            method: nsga2
            metrics:
              - {name: val_accuracy, goal: maximize, target: 0.9}
              - {name: energy_Wh, impute_while_running: false}
            parameters: {lr: {value: 0.1}}
            """);
    assertThat(config.objectives())
        .containsExactly(
            new Objective("val_accuracy", Direction.MAXIMIZE, OptionalDouble.of(0.9)),
            Objective.of("energy_Wh", Direction.MINIMIZE));
    assertThat(config.warnings()).isEmpty();
    assertThat(
            problems(
                "metric: {name: val_loss}\nmetrics: [{name: val_loss}, {name: power_W}]\n"
                    + "parameters: {lr: {value: 0.1}}"))
        .containsExactly("config.yaml:2: both metric and metrics are given; keep one");
  }

  @Test
  void read_hyperband_followsTheEngineOfWeightsAndBiases() {
    assertThat(stopper("min_iter: 3")).isEqualTo(HyperbandStopper.from(3, 3, true));
    assertThat(stopper("min_iter: 3, strict: no")).isEqualTo(HyperbandStopper.from(3, 3, false));
    assertThat(stopper("min_iter: 3, max_iter: 27, s: 2, eta: 3"))
        .isEqualTo(new HyperbandStopper(List.of(3, 9), 3, true));
    assertThat(stopper("max_iter: 27.0, s: 2.0")).isEqualTo(HyperbandStopper.upTo(27, 2, 3, true));
  }

  private Stopper stopper(String options) {
    return read("early_terminate: {type: hyperband, "
            + options
            + "}\nparameters: {lr: {value: 0.1}}")
        .earlyTerminate()
        .orElseThrow()
        .create();
  }

  @Test
  void read_nestedParameters_areFlatAndShareTheConditionOfTheirGroup() {
    Config config =
        read(
            """
            parameters:
              optimizer: {values: [Adam, SGD]}
              sgd:
                when: {optimizer: SGD}
                parameters:
                  optimizer_momentum: {values: [0.5, 0.9]}
                  inner:
                    parameters:
                      lr: {values: [0.1, 0.2], when: {optimizer_momentum: 0.9}}
            """);
    assertThat(config.space().parameters().stream().map(Parameter::name).limit(3))
        .containsExactly("optimizer", "optimizer_momentum", "lr");
    assertThat(config.space().conditions().get("lr"))
        .hasToString("optimizer SGD and optimizer_momentum 0.9");
    // Adam; SGD with 0.5; SGD with 0.9 and two rates.
    assertThat(config.space().size()).isEqualTo(4);
    assertThat(config.space().baseline().find("lr")).isEmpty();
  }

  @Test
  void read_forbid_leavesCombinationsOut() {
    Config config =
        read(
            """
            parameters:
              precision: {values: [float32, float64]}
              batch_size: {values: [4, 64, 128]}
            forbid:
              - {precision: float64, batch_size: {min: 64}}
              - {precision: float32, batch_size: [4, 128]}
            """);
    assertThat(config.space().size()).isEqualTo(2);
    assertThat(config.space().baseline().get("batch_size")).isEqualTo("64");
  }

  @Test
  void read_keysOfTheSearch_reachTheConfig() {
    Config config =
        read(
            """
            method: random
            seed: 7
            repeats: 3
            max_retries: 2
            early_terminate: {type: hyperband, max_iter: 27, s: 2, eta: 3, strict: true}
            constraints: {power_W: 250, energy_Wh: 30, gpu_memory_MiB: 16000, epoch_seconds: 60}
            objectives:
              - {name: val_accuracy, goal: maximize, target: 0.9}
              - {name: energy_Wh}
            parameters: {lr: {value: 0.01}, seed: {value: 5}}
            """);
    assertThat(config.seed()).isEqualTo(7);
    assertThat(config.space().baseline().get("seed")).isEqualTo("5");
    assertThat(config.withSeed(9).seed()).isEqualTo(9);
    assertThat(config.withSeed(9).space().baseline().get("seed")).isEqualTo("9");
    assertThat(config.repeats()).isEqualTo(3);
    assertThat(config.maxRetries()).hasValue(2);
    assertThat(config.earlyTerminate().orElseThrow().kind()).isEqualTo(StopperType.HYPERBAND);
    assertThat(config.earlyTerminate().orElseThrow().options())
        .containsEntry("s", "2")
        .containsEntry("strict", "true");
    assertThat(config.constraints())
        .containsExactly(
            new Constraint("power_W", 250),
            new Constraint("energy_Wh", 30),
            new Constraint("gpu_memory_MiB", 16000),
            new Constraint("epoch_seconds", 60));
    assertThat(config.objectives())
        .containsExactly(
            new Objective("val_accuracy", Direction.MAXIMIZE, OptionalDouble.of(0.9)),
            Objective.of("energy_Wh", Direction.MINIMIZE));
  }

  @Test
  void read_nothingSaid_takesTheSeedOfTheRunsAndNoLimits() {
    Config config = read("parameters: {lr: {value: 0.01}}");
    assertThat(config.seed()).isEqualTo(22);
    assertThat(config.repeats()).isEqualTo(1);
    assertThat(config.maxRetries()).isEmpty();
    assertThat(config.earlyTerminate()).isEmpty();
    assertThat(config.constraints()).isEmpty();
  }

  @Test
  void read_rangeThatTrainingRefuses_namesTheLineOfTheEnd() {
    assertThat(
            problems(
                """
                parameters:
                  batch_size:
                    distribution: uniform
                    min: 4
                    max: 128
                """))
        .containsExactly(
            "config.yaml:4: parameter batch_size can take the value 4.000000000000014 "
                + "(uniform, min 4, max 128): illegal batch_size \"4.000000000000014\"; expected "
                + "a whole number above 0; for whole numbers use distribution: int_uniform");
    assertThat(problems("parameters:\n  batch_size:\n    min: 0\n    max: 8\n"))
        .containsExactly(
            "config.yaml:3: parameter batch_size can take the value 0 (int_uniform, min 0, "
                + "max 8): illegal batch_size \"0\"; expected a whole number above 0");
  }

  @Test
  void read_conditionsInACircleAndOnWhatARunNeeds_areTold() {
    assertThat(
            problems(
                """
                parameters:
                  lr: {values: [0.1, 0.2], when: {optimizer: SGD}}
                  optimizer: {values: [SGD, Adam], when: {lr: 0.1}}
                """))
        .containsExactly(
            "config.yaml:2: the conditions of lr, optimizer form a cycle; remove one of them");
    assertThat(problems("parameters:\n  epochs: {value: 3, when: {seed: 22}}\n"))
        .containsExactly(
            "config.yaml:2: parameter epochs is part of every run and cannot be "
                + "conditional; remove when");
  }

  @Test
  void with_whatForbidRulesOut_isTold() {
    Config config =
        read(
            "parameters: {precision: {values: [float32, float64]}}\n"
                + "forbid: [{precision: float64}]");
    assertThat(
            catchThrowableOfType(ConfigException.class, () -> config.with("precision", "float64")))
        .hasMessage(
            "forbid of the search space excludes all configurations with precision float64");
  }

  @Test
  void read_nestedInItself_isTold() {
    assertThat(problems("parameters: &p\n  group: {parameters: *p}\n"))
        .allMatch(problem -> problem.startsWith("config.yaml:"))
        .isNotEmpty();
  }

  private Parameter parameter(String name, String yaml) {
    return read("parameters: {" + name + ": " + yaml + "}").space().find(name).orElseThrow();
  }

  private Config read(String text) {
    return ConfigReader.read(write(text));
  }

  private List<String> problems(String text) {
    Path file = write(text);
    ConfigException found =
        catchThrowableOfType(ConfigException.class, () -> ConfigReader.read(file));
    return found == null
        ? List.of()
        : found.problems().stream().map(line -> line.replace(folder + "/", "")).toList();
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("config.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
