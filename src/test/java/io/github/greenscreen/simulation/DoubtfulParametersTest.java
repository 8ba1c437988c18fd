package io.github.greenscreen.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtfulParametersTest {
  @TempDir private Path folder;

  @Test
  void warning_summary_namesTheRunAndOtherResults() {
    assertThat(
            warnings(
                """
                run,lr,batch_size,accuracy,test_accuracy,energy_Wh
                001,0.1,32,0.60,0.59,10
                002,0.1,64,0.62,0.61,9
                003,0.01,32,0.71,0.70,11
                004,0.01,64,0.73,0.72,8
                """,
                "accuracy"))
        .containsExactly(
            "3 of 5 parameters may be results or descriptions of runs: run (by name a description"
                + " of a run); test_accuracy, energy_Wh (by name a result); if so, leave them out"
                + " by --ignore run,test_accuracy,energy_Wh");
  }

  @Test
  void warning_ownTable_namesAllButTheParameters() throws IOException {
    Path own = Path.of("src/test/resources/io/github/greenscreen/summary/runs_summary.csv");
    String content = Files.readString(own).replaceFirst("(?m)^001,(.*),1,0.6", "001,$1,2,0.6");

    assertThat(warnings(content, "val_accuracy").get(0))
        .startsWith("19 of 22 parameters may be results or descriptions of runs: run (by name a")
        .contains("; epochs, best_val_accuracy, ", " power_source, ")
        .doesNotContain("batch_size", "lr,", "internal");
  }

  @Test
  void warning_differsInNearlyEveryRow_isNamed() {
    StringBuilder rows = new StringBuilder("key,lr,opt,y\n");
    for (int i = 0; i < 20; i++) {
      rows.append("%s,%s,%s,0.5\n".formatted("k" + Math.min(i, 18), i % 4, i % 2));
    }

    assertThat(warnings(rows.toString(), "y"))
        .containsExactly(
            "1 of 3 parameters may be a result or a description of a run: key (a value of its own"
                + " in nearly every row); if so, leave it out by --ignore key");
  }

  @Test
  void warning_onlyParameter_mayDifferInEveryRow() {
    assertThat(warnings("lr,y\n0.1,1\n0.2,2\n0.3,3\n", "y")).isEmpty();
  }

  @Test
  void warning_prefixOfParameters_marksAllOthers() {
    assertThat(
            warnings(
                """
                loss,stage,config/lr,config/loss,trial_id
                1,a,0.1,0.5,x_0
                2,b,0.1,0.6,x_1
                3,a,0.2,0.7,x_2
                """,
                "loss"))
        .containsExactly(
            "2 of 4 parameters may be results or descriptions of runs: stage (without the prefix"
                + " config/ of other parameters); trial_id (by name a description of a run); if so,"
                + " leave them out by --ignore stage,trial_id");
  }

  @Test
  void warning_blanksInNames_areQuotedForTheShell() {
    assertThat(warnings("lr,opt,Run ID,y\n1,a,x,1\n2,a,y,2\n1,b,z,3\n", "y").get(0))
        .endsWith("leave it out by --ignore 'Run ID'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accuracy",
        "val_loss",
        "metrics.acc",
        "metrics/x",
        "test_f1",
        "rank_test_score",
        "value",
        "values_0",
        "FinalObjectiveValue",
        "time_total_s",
        "energy_Wh",
        "images_per_J",
        "epoch",
        "Wh per interval",
        "samples_per_second",
        "seconds_to_target",
        "gpu_memory_MiB",
        "best_x",
        "average_power",
        "val_precision",
        "co2e_net_g",
        "valAccuracy",
        "RMSE"
      })
  void isResult_namesOfResults_areRecognised(String name) {
    assertThat(new ColumnName(name).isResult()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "Name",
        "State",
        "Created",
        "Runtime",
        "number",
        "datetime_start",
        "duration",
        "trial_id",
        "date",
        "pid",
        "tags.mlflow.user",
        "Start Time",
        "Run ID",
        "user_attrs_x",
        "_step",
        "_timestamp",
        "hostname",
        "index",
        "status",
        "git_hash",
        "arm_name"
      })
  void isDescription_namesOfDescriptions_areRecognised(String name) {
    assertThat(new ColumnName(name).isDescription()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lr",
        "learning_rate",
        "batch_size",
        "epochs",
        "optimizer",
        "weight_decay",
        "loss_weight",
        "precision",
        "steps_per_epoch",
        "power_limit",
        "val_fraction",
        "train_batch_size",
        "rank",
        "temperature",
        "hidden_state",
        "model_name",
        "n_estimators",
        "warmup_epochs",
        "loss_scale",
        "max_depth",
        "model",
        "dataset",
        "memory_format",
        "internal",
        "label_smoothing"
      })
  void isResult_namesOfParameters_areNot(String name) {
    ColumnName column = new ColumnName(name);

    assertThat(List.of(column.isResult(), column.isDescription(), column.isSeed()))
        .containsOnly(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config/lr|config/",
        "params_lr|params_",
        "param_C|param_",
        "params.lr|params.",
        "hyperparameters/lr|hyperparameters/",
        "param_count|",
        "params_m|",
        "lr|",
        "config|"
      })
  void parameterPrefix_ofTrackers_isRecognised(String nameAndPrefix) {
    String[] words = nameAndPrefix.split("[|]", -1);

    assertThat(new ColumnName(words[0]).parameterPrefix().orElse("")).isEqualTo(words[1]);
  }

  @Test
  void warning_textsNamedLikeResults_areParameters() {
    assertThat(warnings("loss,metric,y\nmse,l1,1\nmae,l1,2\nmse,l2,3\n", "y")).isEmpty();
  }

  @Test
  void warning_seeds_areNamed() {
    assertThat(warnings("lr,seed,y\n1,1,1\n1,2,2\n2,1,3\n2,2,3\n", "y"))
        .containsExactly(
            "1 of 2 parameters may be a result or a description of a run: seed (by name a seed); if"
                + " so, leave it out by --ignore seed");
  }

  private List<String> warnings(String content, String... objectives) {
    Path file = Tables.write(folder, content);
    return TableBenchmark.of(
            Tables.query(file, Map.of(), List.of(), Arrays.copyOf(objectives, objectives.length)))
        .input()
        .warnings();
  }
}
