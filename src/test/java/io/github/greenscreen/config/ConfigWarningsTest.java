package io.github.greenscreen.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that are legal but usually mistaken, or that have no effect. */
class ConfigWarningsTest {
  private static final String LR = "parameters: {lr: {value: 0.01}}\n";

  @TempDir Path folder;

  /** A parameter with what follows its name, and the warning about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lr: {distribution: log_uniform, min: 0.0001, max: 0.1}|log_uniform takes exponents of e:"
            + " min 0.0001 and max 0.1 give values from 1 to 1.105; for values from 0.0001 to 0.1"
            + " use log_uniform_values",
        "lr: {distribution: log_uniform, min: 0, max: 1}|log_uniform takes exponents of e: min 0"
            + " and max 1 give values from 1 to 2.718",
        "batch_size: {distribution: q_log_uniform, min: 2, max: 6}|q_log_uniform takes exponents of"
            + " e: min 2 and max 6 give values from 7 to 403; for values from 2 to 6 use"
            + " q_log_uniform_values",
        "lr: {distribution: inv_log_uniform, min: 0.0001, max: 0.1}|inv_log_uniform takes exponents"
            + " of e: min 0.0001 and max 0.1 give values from 0.9048 to 0.9999; for values from"
            + " 0.0001 to 0.1 use inv_log_uniform_values",
        "lr: {distribution: inv_log_uniform, min: -9, max: -2}|inv_log_uniform takes exponents of"
            + " e: min -9 and max -2 give values from 7.389 to 8103",
        "lr: {distribution: log_normal, mu: 0.01, sigma: 0.1}|mu of log_normal is the mean of the"
            + " logarithm: half of the values are above e^0.01, which is 1.01",
        "optimizer_momentum: {distribution: q_uniform, min: 0.1, max: 0.4}|q 1 leaves only 0",
        "batch_size: {distribution: q_uniform, min: 5, max: 25, q: 10}|q 10 leaves only 10 and 20",
        "batch_size: {distribution: q_uniform, min: 6, max: 38, q: 8}|rounding to multiples of q 8"
            + " gives values from 8 to 40, beyond min 6 or max 38",
        "batch_size: {distribution: q_normal, mu: 64, sigma: 1, q: 16}|q 16 rounds 100 % of the"
            + " values to 64",
        "optimizer_momentum: {distribution: q_beta, a: 2, b: 25, q: 0.4}|q 0.4 rounds 97.73 % of"
            + " the values to 0",
        "lr: {min: 1.0e-5, max: 0.1}|uniform from 0.00001 to 0.1 draws 90.01 % of the values above"
            + " 0.01; for equal shares of each power of ten use log_uniform_values",
        "lr: {min: 1, max: 8}|min 1 and max 8 without a decimal point mean whole numbers; for"
            + " numbers between them use distribution: uniform",
        "epochs: {distribution: int_uniform, min: 3, max: 3}|min and max are both 3, so it is"
            + " constant",
        "lr: {distribution: log_uniform_values, min: 0.10, max: 0.1}|min and max are both 0.1, so"
            + " it is constant",
        "batch_size: {distribution: int_uniform, min: 4.0, max: 1e1}|int_uniform takes min 4.0 and"
            + " max 1e1 as 4 and 10: whole numbers only",
      })
  void of_range_tellsWhatItMeansInNumbers(String parameter, String sentence) {
    String name = parameter.substring(0, parameter.indexOf(':'));
    assertThat(warnings("parameters:\n  " + parameter + "\n"))
        .containsExactly("config.yaml:2: parameter " + name + ": " + sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lr: {distribution: log_uniform, min: -9.2, max: -2.3}",
        "lr: {distribution: inv_log_uniform, min: 2, max: 9}",
        "lr: {distribution: log_normal, mu: -4, sigma: 0.5}",
        "lr: {distribution: log_normal}",
        "lr: {min: 0.001, max: 0.1}",
        "lr: {distribution: uniform, min: 1, max: 8}",
        "batch_size: {min: 16, max: 64}",
        "batch_size: {distribution: q_log_uniform_values, min: 32, max: 256, q: 8}",
        "batch_size: {distribution: q_uniform, min: 16, max: 64, q: 16}",
        "optimizer_momentum: {distribution: q_beta, a: 2, b: 2, q: 0.3}",
        "batch_size: {values: [32.0, 0x40]}",
        "augmentation: {values: [null, mixup]}",
      })
  void of_usualRange_isEmpty(String parameter) {
    assertThat(warnings("parameters:\n  " + parameter + "\n")).isEmpty();
  }

  /** Something in line 1, and the warning about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metric: {name: val_loss, impute: latest}|impute has no effect: samplers learn nothing from"
            + " failed runs, and stopped runs count with the results they reached",
        "metric: {name: val_loss, impute_while_running: best}|impute_while_running has no effect:"
            + " bayes and hyperpower assume that runs in progress end as expected, tpe that they"
            + " end poorly",
        "metric: {name: val_accuracy, goal: minimize}|goal minimize prefers runs with the lowest"
            + " val_accuracy, although a higher one is better; expected goal: maximize",
        "metric: {name: energy_Wh, goal: maximize}|goal maximize prefers runs with the highest"
            + " energy_Wh, although a lower one is better; expected goal: minimize",
        "metric: {name: val_accuracy, goal: maximize, target: 95}|no run reaches target 95:"
            + " val_accuracy is a share from 0 to 1; write target: 0.95 for 95 %",
        "metric: {name: val_loss, target: -1}|no run reaches target -1: val_loss is never below 0",
        "early_terminate: {type: hyperband, min_iter: 3, max_iter: 27, s: 2}|min_iter has no effect"
            + " next to max_iter (brackets 3, 9; eta 3; strict)",
        "early_terminate: {type: hyperband, min_iter: 5, s: 2}|s has no effect without max_iter"
            + " (brackets 5, 15, 45, 135, ...; eta 3; strict)",
        "early_terminate: {type: hyperband, min_iter: 3, eta: 100}|eta 100 lets 1 % of the runs go"
            + " on at each epoch of comparison; 3 lets a third go on",
        "early_terminate: {type: hyperband, min_iter: 3, eta: 1.1}|eta 1.1 lets 90.91 % of the runs"
            + " go on at each epoch of comparison; 3 lets a third go on",
        "scheduler: {num_workers: 8}|scheduler has no effect: method chooses the configurations,"
            + " and --parallel sets how many runs train at a time",
        "command: [python, train.py, --epochs=10, '${args}', +data=x]|command is not run: its"
            + " arguments --epochs=10 +data=x have no effect",
        "run_cap: 010|010 is the number 8 in YAML 1.1 (octal); write 8, or quote it if it is text",
        "run_cap: 1:30|1:30 is the number 90 in YAML 1.1 (base 60); write 90, or quote it if it is"
            + " text",
      })
  void of_key_tellsWhatItMeans(String line, String sentence) {
    assertThat(warnings(line + "\n" + LR)).containsExactly("config.yaml:1: " + sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metric: {name: val_loss, impute_while_running: false}",
        "scheduler: {engine: wandb}",
        "command: ['${env}', python, -m, train, '${args}']",
        "early_terminate: {type: hyperband, max_iter: 27, s: 2}",
        "name: 010x",
      })
  void of_usualKey_isEmpty(String line) {
    assertThat(warnings(line + "\n" + LR)).isEmpty();
  }

  @Test
  void of_repeatedValues_tellsTheirShare() {
    assertThat(
            warnings(
                """
                parameters:
                  batch_size: {values: [32, 32.0, 64]}
                  optimizer: {values: [SGD, Adam, SGD], probabilities: [0.1, 0.4, 0.5]}
                """))
        .containsExactly(
            "config.yaml:2: 32 of batch_size is listed 2 times: it is drawn with probability"
                + " 0.6667, and method grid takes it once",
            "config.yaml:3: SGD of optimizer is listed 2 times: it is drawn with probability 0.6,"
                + " and method grid takes it once");
  }

  @Test
  void of_probabilitiesInAGrid_haveNoEffect() {
    assertThat(
            warnings(
                """
                method: grid
                parameters:
                  optimizer: {values: [SGD, Adam], probabilities: [0.1, 0.9]}
                """))
        .containsExactly(
            "config.yaml:3: probabilities of optimizer have no effect with method grid, which takes"
                + " every value once");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: hyperband, min_iter: 100}|hyperband|100",
        "{type: hyperband, max_iter: 200, s: 1}|hyperband|66",
        "{type: asha, rungs: [50, 60]}|asha|50",
        "{type: median, grace: 60}|median|61",
        "{type: chance, epochs: 70}|chance|70",
      })
  void of_stopperAfterTheLastEpoch_savesNothing(String options, String name, String epoch) {
    assertThat(warnings("early_terminate: " + options + "\n" + LR))
        .containsExactly(
            "early_terminate saves nothing: %s first compares runs after epoch %s, and runs end after epoch 50"
                .formatted(name, epoch));
  }

  @Test
  void of_stopperBeforeTheLastEpochOfSomeRuns_isEmpty() {
    assertThat(
            warnings(
                """
                early_terminate: {type: hyperband, min_iter: 20}
                parameters: {epochs: {values: [10, 30]}}
                """))
        .isEmpty();
  }

  /** Keys in line 1, and the method that cannot be had with the engine and the nearest sampler. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method: custom|method custom|Optuna or Ax|tpe|one objective",
        "'{method: custom, metrics: [{name: val_loss}, {name: power_W}]'|method custom|Optuna or Ax"
            + "|nsga2|several objectives",
        "'{method: custom, scheduler: {engine: ax, source: a.py}'|method custom with scheduler|Ax"
            + "|bayes|one objective",
        "'{method: custom, scheduler: {job: e/p/job-optuna-sweep-scheduler:latest}'|method custom"
            + " with scheduler|Optuna|tpe|one objective",
        "'{scheduler: {engine: optuna}'|scheduler|Optuna|tpe|one objective",
        "method: ax|method ax|Ax|bayes|one objective",
        "method: optuna|method optuna|Optuna|tpe|one objective",
      })
  void of_methodThatCannotBeHad_namesTheNearest(
      String keys, String what, String engine, String nearest, String objectives) {
    String text = keys.startsWith("{") ? keys + ", " + LR.strip() + "}\n" : keys + "\n" + LR;
    assertThat(warnings(text))
        .containsExactly(
            "config.yaml:1: %s is not available: W&B hands such a sweep to %s; choose method: %s, the nearest sampler for %s"
                .formatted(what, engine, nearest, objectives));
  }

  private List<String> warnings(String text) {
    Path file = folder.resolve("config.yaml");
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ConfigWarnings.of(ConfigReader.read(file)).stream()
        .map(warning -> warning.replace(folder + "/", ""))
        .toList();
  }
}
