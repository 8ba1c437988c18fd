package io.github.greenscreen.cli.asktell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunStore;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Suggestions for other programs. */
class AskTest extends AskTellFixture {
  @Test
  void ask_andTell_searchForAnotherProgram() throws IOException {
    cli.configure("method: grid\n");

    assertThat(cli.run(ASK + " -n 2").out())
        .isEqualTo(
            """
            {"trial":1,"configuration":{"batch_size":4,"lr":0.01,"precision":"float32","model":"resnet20","dataset":"shapes","epochs":2,"seed":22}}
            {"trial":2,"configuration":{"batch_size":4,"lr":0.00080,"precision":"float32","model":"resnet20","dataset":"shapes","epochs":2,"seed":22}}
            """);
    assertThat(cli.run("tell --runs @/mine {\"trial\":1,\"metrics\":{\"val_accuracy\":0.5}}").out())
        .isEqualTo("{\"trial\":1,\"state\":\"completed\"}\n");
    assertThat(cli.run("tell --runs @/mine {\"trial\":2,\"state\":\"failed\"}").out())
        .isEqualTo("{\"trial\":2,\"state\":\"failed\"}\n");
    assertThat(cli.run("ask --runs @/mine").out()).startsWith("{\"trial\":3,");
    assertThat(study().trials())
        .extracting(trial -> trial.metrics().get("val_accuracy"))
        .containsExactly(0.5, null, null);
  }

  @Test
  void ask_weights_areAValueForTheProgram() throws IOException {
    cli.configure("method: grid\n");
    assertThat(cli.run(ASK + " --weights nets/a.pth").out()).contains("\"weights\":\"nets/a.pth\"");
  }

  @Test
  void ask_spaceUsedUp_saysSo() throws IOException {
    cli.configure("method: random\n");

    Outcome outcome = cli.run(ASK + " -n 9 --sampler random");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines()).hasSize(8);
    assertThat(outcome.err()).isEqualTo("the search space is exhausted\n");
  }

  @Test
  void ask_namesOfAnotherProgram_keepNamesAndTypes() throws IOException {
    config(
        """
        method: grid
        metric: {name: val/acc}
        parameters:
          max_depth: {value: 5}
          learning.rate: {value: 1e-3}
          data/augment: {value: yes}
          top k: {value: '5'}
          größe: {value: groß}
          warm_start: {value: ~}
          batch_size: {value: 0.5}
          epochs: {value: auto}
          optimizer: {value: 'null'}
          layers: {value: [64, 1., 'a"b']}
          max_features: {value: 1.0}
          cells: {value: 1_000}
          note: {value: ''}
        """);

    Outcome outcome = cli.run(ASK);

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            "{\"trial\":1,\"configuration\":{\"max_depth\":5,\"learning.rate\":0.001,"
                + "\"data/augment\":true,\"top k\":\"5\",\"größe\":\"groß\",\"warm_start\":null,"
                + "\"batch_size\":0.5,\"epochs\":\"auto\",\"optimizer\":\"null\","
                + "\"layers\":[64,1.0,\"a\\\"b\"],\"max_features\":1.0,\"cells\":1000,"
                + "\"note\":\"\"}}\n");
    assertThat(tell("{\"trial\":1,\"metrics\":{\"val/acc\":0.5}}").out())
        .isEqualTo("{\"trial\":1,\"state\":\"completed\"}\n");
    assertThat(cli.run(ASK).err()).isEqualTo("the search space is exhausted\n");
  }

  @Test
  void ask_groups_giveNamesWithTheirPath() throws IOException {
    config(
        """
        method: grid
        parameters:
          kind: {values: [adam, sgd]}
          opt:
            parameters:
              lr: {values: [0.1, 0.2]}
              inner:
                parameters:
                  deep: {parameters: {lr: {value: 3}}}
          sched:
            when: {kind: adam}
            parameters: {lr: {value: 0.5}}
        """);

    assertThat(cli.run(ASK + " -n 3").out())
        .isEqualTo(
            """
            {"trial":1,"configuration":{"kind":"adam","opt.lr":0.1,"opt.inner.deep.lr":3,"sched.lr":0.5}}
            {"trial":2,"configuration":{"kind":"adam","opt.lr":0.2,"opt.inner.deep.lr":3,"sched.lr":0.5}}
            {"trial":3,"configuration":{"kind":"sgd","opt.lr":0.1,"opt.inner.deep.lr":3}}
            """);
    assertThat(
            tell("{\"configuration\":{\"kind\":\"sgd\",\"opt\":{\"lr\":0.20,\"inner\":{\"deep\":"
                    + "{\"lr\":3}}}},\"metrics\":{\"val\":{\"acc\":1}}}")
                .out())
        .isEqualTo("{\"trial\":4,\"state\":\"completed\"}\n");
    assertThat(study().trials().get(3).metrics()).containsEntry("val.acc", 1.0);
    assertThat(cli.run(ASK).code()).isEqualTo(4);
  }

  @Test
  void ask_fractionsThatAreWhole_stayFractions() throws IOException {
    config(
        """
        method: grid
        parameters:
          share: {distribution: q_uniform, min: 1.0, max: 1.1, q: 0.5}
          count: {distribution: q_uniform, min: 2, max: 2.1, q: 2}
          depth: {min: 3, max: 4}
        """);

    assertThat(cli.run(ASK).out())
        .isEqualTo("{\"trial\":1,\"configuration\":{\"share\":1.0,\"count\":2,\"depth\":3}}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sweep", "train"})
  void ownTrainer_namesOfAnotherProgram_areRefused(String command) throws IOException {
    config("metric: {name: val/acc}\nparameters: {max_depth: {value: 5}}\n");

    Outcome outcome = cli.study(command);

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("greenscreen: @/config.yaml:1: unknown metric \"val/acc\"; expected one of ")
        .contains("\ngreenscreen: @/config.yaml:2: unknown parameter \"max_depth\"; expected one");
  }

  @Test
  void sweep_folderOfASearch_isRefused() throws IOException {
    assertThat(cli.run(ASK).code()).isZero();

    Outcome outcome = cli.run("sweep --runs @/mine --config @/config.yaml");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: @/mine holds a search of 'greenscreen ask'; choose another folder with "
                + "--runs\n");
  }

  @Test
  void space_namesOfAnotherProgram_areShown() throws IOException {
    config(
        """
        run_cap: 7
        parameters:
          max_depth: {value: 5}
          opt: {parameters: {name: {values: ['5', 5, null, true]}}}
        """);

    Outcome outcome = cli.run("space --config @/config.yaml");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            """
            parameter  values  baseline  others
            ---------  ------  --------  -------------
            max_depth       1  5         (constant)
            opt.name        4  "5"       5, null, true

            4 configurations; method random, for other programs by 'greenscreen ask', at most 7
            """);
    assertThat(outcome.err())
        .startsWith(
            "greenscreen's own trainer cannot train this space:\n"
                + "@/config.yaml:3: unknown parameter \"max_depth\"; expected one of ");
  }

  @Test
  void ask_runCapAndRepeats_endTheSearch() throws IOException {
    config("method: grid\nrun_cap: 2\nrepeats: 2\nparameters: {depth: {values: [1, 2, 3]}}\n");

    assertThat(cli.run(ASK + " -n 3").out())
        .isEqualTo(
            """
            {"trial":1,"configuration":{"depth":1,"seed":22}}
            {"trial":2,"configuration":{"depth":1,"seed":23}}
            {"trial":3,"configuration":{"depth":2,"seed":22}}
            """);
    Outcome last = cli.run(ASK + " -n 3");
    assertThat(last.code()).isZero();
    assertThat(last.out()).isEqualTo("{\"trial\":4,\"configuration\":{\"depth\":2,\"seed\":23}}\n");
    assertThat(last.err()).isEqualTo("run_cap is reached: 2 configurations were suggested\n");
    Outcome none = cli.run(ASK);
    assertThat(none.code()).isEqualTo(4);
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).isEqualTo("run_cap is reached: 2 configurations were suggested\n");
  }

  @Test
  void ask_targetOfRepeats_isReachedByTheirMean() throws IOException {
    config(
        """
        method: grid
        repeats: 2
        metric: {name: score, goal: maximize, target: 0.5}
        parameters: {depth: {values: [1, 2]}, seed: {value: 7}}
        """);
    assertThat(cli.run(ASK + " -n 2").out()).contains("\"seed\":7}", "\"seed\":8}");

    tell("{\"trial\":1,\"metrics\":{\"score\":0.9}}");
    assertThat(cli.run(ASK).code()).isZero();
    tell("{\"trial\":2,\"metrics\":{\"score\":0.2}}");

    Outcome outcome = cli.run(ASK);
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.err()).isEqualTo("the target was reached by the mean of trials 1, 2\n");
  }

  @Test
  void ask_targetOfOneTrial_namesIt() throws IOException {
    config("metric: {name: loss, target: 0.5}\nparameters: {depth: {values: [1, 2]}}\n");
    cli.run(ASK);
    tell("{\"trial\":1,\"metrics\":{\"loss\":0.5}}");

    Outcome outcome = cli.run(ASK);

    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.err()).isEqualTo("the target was reached by trial 1\n");
  }

  @Test
  void ask_repeatsWithoutOneSeed_isRefused() throws IOException {
    config("repeats: 2\nparameters: {depth: {values: [1, 2]}, seed: {value: abc}}\n");

    assertThat(cli.run(ASK).err())
        .isEqualTo(
            "greenscreen: repeats tries every configuration with 2 seeds, which count up from "
                + "parameter seed; give seed one whole number such as {value: 22}, or remove it\n");
  }

  @Test
  void ask_configurationsThatNeverTrained_comeAgain() throws IOException {
    config("method: grid\nparameters: {depth: {values: [1, 2]}}\n");
    cli.run(ASK + " -n 2");
    tell("{\"trial\":1,\"state\":\"failed\"}");
    tell("{\"trial\":2,\"state\":\"failed\",\"metrics\":{\"loss\":\"NaN\"}}");

    assertThat(cli.run(ASK).out()).isEqualTo("{\"trial\":3,\"configuration\":{\"depth\":1}}\n");
    assertThat(cli.run(ASK).code()).isEqualTo(4);
    tell("{\"trial\":3,\"state\":\"failed\"}");
    assertThat(cli.run(ASK).out()).isEqualTo("{\"trial\":4,\"configuration\":{\"depth\":1}}\n");
    tell("{\"trial\":4,\"state\":\"failed\"}");
    assertThat(cli.run(ASK).code()).isEqualTo(4);
  }

  @Test
  void ask_runCapWithFailures_countsWhatWasTried() throws IOException {
    config("method: grid\nrun_cap: 2\nparameters: {depth: {min: 1, max: 9}}\n");
    cli.run(ASK + " -n 2");
    tell("{\"trial\":1,\"state\":\"failed\"}");

    assertThat(cli.run(ASK).out()).isEqualTo("{\"trial\":3,\"configuration\":{\"depth\":1}}\n");
    assertThat(cli.run(ASK).code()).isEqualTo(4);
  }

  @Test
  void ask_noRetriesInTheFile_leavesFailuresAlone() throws IOException {
    config("method: grid\nmax_retries: 0\nparameters: {depth: {values: [1]}}\n");
    cli.run(ASK);
    tell("{\"trial\":1,\"state\":\"failed\"}");

    assertThat(cli.run(ASK).code()).isEqualTo(4);
  }

  @Test
  void ask_trialsOfTheOtherProgram_areNotCounted() throws IOException {
    config("method: grid\nrun_cap: 2\nrepeats: 2\nparameters: {depth: {values: [1, 2, 3]}}\n");
    cli.run(ASK);
    assertThat(tell("{\"configuration\":{\"depth\":2,\"seed\":99},\"metrics\":{\"a\":1}}").out())
        .isEqualTo("{\"trial\":2,\"state\":\"completed\"}\n");

    assertThat(cli.run(ASK + " -n 9").out())
        .isEqualTo(
            """
            {"trial":3,"configuration":{"depth":1,"seed":23}}
            {"trial":4,"configuration":{"depth":3,"seed":22}}
            {"trial":5,"configuration":{"depth":3,"seed":23}}
            """);
    assertThat(study().own()).containsExactly(2);
  }

  @Test
  void ask_otherOptionsThanAtTheStart_areRefused() throws IOException {
    config("method: grid\nparameters: {depth: {values: [1, 2]}, lr: {min: 0.1, max: 0.2}}\n");
    assertThat(cli.run(ASK + " --sampler random --set lr=0.15 --seed 3").code()).isZero();
    Files.copy(cli.path("config.yaml"), cli.path("same.yaml"));
    Files.writeString(cli.path("same.yaml"), Files.readString(cli.path("same.yaml")) + "# same\n");
    Files.writeString(
        cli.path("wider.yaml"),
        """
        method: tpe
        run_cap: 4
        metric: {name: loss, target: 1}
        constraints: {ms: 5}
        parameters: {depth: {values: [1, 2, 3]}, lr: {min: 0.1, max: 0.3}, k: {value: 1}}
        forbid: [{depth: 1, k: 1}]
        """);

    assertThat(
            cli.run(
                    "ask --runs @/mine --config @/same.yaml --sampler random --set lr=0.150 "
                        + "--seed 3")
                .code())
        .isZero();
    Outcome outcome =
        cli.run(
            "ask --runs @/mine --config @/wider.yaml --sampler tpe --set lr=0.19 --set depth=1 "
                + "--seed 4 --epochs 3");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            """
            greenscreen: @/wider.yaml: method is tpe, but the search in @/mine began with grid
            greenscreen: @/wider.yaml: run_cap is 4, but the search in @/mine began with none
            greenscreen: @/wider.yaml: metric is minimize loss to 1, but the search in @/mine began with none
            greenscreen: @/wider.yaml: constraints is ms 5, but the search in @/mine began with none
            greenscreen: @/wider.yaml: parameter depth is 1, 2, 3, but the search in @/mine began with 1, 2
            greenscreen: @/wider.yaml: parameter lr is uniform, min 0.1, max 0.3, but the search in @/mine began with uniform, min 0.1, max 0.2
            greenscreen: @/wider.yaml: parameter k is 1, but the search in @/mine began with none
            greenscreen: @/wider.yaml: forbid is depth 1 and k 1, but the search in @/mine began with none
            greenscreen: --sampler tpe: the search in @/mine began with random
            greenscreen: --seed 4: the search in @/mine began with 3
            greenscreen: lr=0.19: the search in @/mine began with lr=0.15
            greenscreen: depth=1: the search in @/mine began without it
            greenscreen: epochs=3: the search in @/mine began without it
            greenscreen: leave these options out to continue that search, or start another one with --runs
            """);
  }

  @Test
  void ask_setOfAnUnknownName_isRefused() throws IOException {
    config("parameters: {opt: {parameters: {lr: {values: [1, [2, 3]]}}}}\n");

    assertThat(cli.run(ASK + " --set opt.lrr=1").err())
        .isEqualTo(
            "greenscreen: --set: the search space has no parameter \"opt.lrr\"; expected one of "
                + "opt.lr (did you mean \"opt.lr\"?)\n");
    assertThat(cli.run(ASK + " --set opt.lr=[2]").err())
        .isEqualTo(
            "greenscreen: --set: opt.lr has no value [2]; add it to the values in the file "
                + "first\n");
    assertThat(cli.run(ASK + " --set opt.lr=[2,3]").out())
        .isEqualTo("{\"trial\":1,\"configuration\":{\"opt.lr\":[2,3]}}\n");
  }

  @Test
  void ask_earlyTerminate_saysThatItIsNotFollowed() throws IOException {
    config("early_terminate: {type: median}\nparameters: {depth: {values: [1, 2]}}\n");

    assertThat(cli.run(ASK).err())
        .isEqualTo(
            "early_terminate of config.yaml has no effect on ask: the program that trains decides "
                + "when to stop, and reports state stopped\n");
    assertThat(cli.run(ASK).err()).isEmpty();
  }

  @Test
  void ask_doubtfulSettings_areWarnedOfAtTheStartOnly() throws IOException {
    config(
        """
        method: grid
        parameters:
          depth: {values: [1, ~, 1]}
          rate: &rate {values: [0.5]}
          decay: {<<: *rate}
        """);
    String warning =
        "greenscreen: warning: @/config.yaml:3: 1 of depth is listed 2 times: it is drawn with"
            + " probability 0.6667, and method grid takes it once\n";

    Outcome first = cli.run(ASK + " -n 9");

    assertThat(first.out())
        .isEqualTo(
            """
            {"trial":1,"configuration":{"depth":1,"rate":0.5,"decay":0.5}}
            {"trial":2,"configuration":{"depth":null,"rate":0.5,"decay":0.5}}
            """);
    assertThat(first.err()).isEqualTo(warning + "the search space is exhausted\n");
    assertThat(cli.run(ASK).err()).isEqualTo("the search space is exhausted\n");
    Outcome space = cli.run("space --config @/config.yaml");
    assertThat(space.code()).isZero();
    assertThat(space.err())
        .startsWith(warning + "greenscreen's own trainer cannot train this space:\n");
  }

  @Test
  void ask_methodOfAnotherEngine_needsASampler() throws IOException {
    config(
        """
        scheduler: {engine: optuna}
        metric: {name: score}
        parameters: {depth: {values: [1, 2]}}
        """);
    String sentence =
        "@/config.yaml:1: scheduler is not available: W&B hands such a sweep to Optuna; choose"
            + " method: tpe, the nearest sampler for one objective\n";

    Outcome refused = cli.run(ASK);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo("greenscreen: warning: " + sentence + "greenscreen: " + sentence);
    assertThat(new RunStore(cli.path("mine")).study().readAsked()).isEmpty();
    assertThat(cli.run("space --config @/config.yaml").out())
        .endsWith("\n2 configurations; no method, for other programs by 'greenscreen ask'\n");

    Outcome begun = cli.run(ASK + " --sampler grid");
    assertThat(begun.out()).isEqualTo("{\"trial\":1,\"configuration\":{\"depth\":1}}\n");
    assertThat(begun.err()).isEqualTo("greenscreen: warning: " + sentence);
    Outcome later = cli.run(ASK);
    assertThat(later.out()).isEqualTo("{\"trial\":2,\"configuration\":{\"depth\":2}}\n");
    assertThat(later.err()).isEmpty();
    assertThat(tell("{\"trial\":1,\"metrics\":{\"score\":0.5}}").code()).isZero();

    config("method: tpe\nmetric: {name: score}\nparameters: {depth: {values: [1, 2]}}\n");
    assertThat(cli.run(ASK).err())
        .startsWith(
            "greenscreen: @/config.yaml: method is tpe, but the search in @/mine began with none\n");
  }

  @Test
  void ask_outputThatCannotBeWritten_handsOutNothing() throws IOException {
    config("method: grid\nparameters: {depth: {values: [1, 2]}}\n");
    StringWriter err = new StringWriter();

    int code = cli.run(ASK, new FullDisk(), err);

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines())
        .contains(
            "greenscreen: standard output cannot be written; no trial was handed out, ask again");
    assertThat(new RunStore(cli.path("mine")).study().readAsked()).isEmpty();
    assertThat(cli.run(ASK).out()).isEqualTo("{\"trial\":1,\"configuration\":{\"depth\":1}}\n");
    assertThat(cli.run(ASK, new FullDisk(), err)).isEqualTo(1);
    assertThat(study().trials()).hasSize(1);
  }

  /** Cannot be written to. */
  private static final class FullDisk extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void flush() throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void close() {}
  }
}
