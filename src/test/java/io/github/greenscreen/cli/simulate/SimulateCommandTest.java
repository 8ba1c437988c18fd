package io.github.greenscreen.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.SharedData;
import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code greenscreen simulate} on a small table and on runs of the test itself. */
final class SimulateCommandTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
    Files.writeString(
        folder.resolve("t.csv"),
        """
        set,size,time,power,worse
        x,1,4,10,1
        x,2,3,20,oops
        x,4,2,30,1
        x,8,1,40,1
        y,8,0,50,1
        """);
  }

  @Test
  void table_json_isWhatProgramsRead() {
    Outcome outcome =
        cli.run(
            "simulate @/t.csv --objective time --constraint power<=30 --where set=x --ignore worse"
                + " --sampler grid --trials 4 --seeds 3 --format json");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .matches(
            "\\{\"sampler\":\"grid\",\"trials\":4,\"seeds\":3,"
                + "\"best\":\\{\"mean\":2,\"q25\":2,\"median\":2,\"q75\":2},"
                + "\"best_after\":\\{\"4\":\\{\"mean\":2,\"q25\":2,\"median\":2,\"q75\":2}},"
                + "\"distinct\":4,\"violations\":1,\"seconds_per_suggestion\":[0-9.E-]+,"
                + "\"parameters\":\\{\"size\":4},\"results\":\\[\"time\",\"power\"]}\n");
  }

  @Test
  void table_text_hasARowForEachSampler() {
    Outcome outcome =
        cli.run(
            "simulate @/t.csv --objective time --goal maximize --where set=x --ignore worse,power"
                + " --sampler grid,random --trials 2 --seeds 3 --workers 2");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("\ngrid").contains("\nrandom").contains("violations");
  }

  @Test
  void table_twoObjectives_showsTheFront() {
    Outcome outcome =
        cli.run(
            "simulate @/t.csv --objective time --objective power --where set=x --ignore worse"
                + " --trials 4 --seeds 2");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains(
            "Pareto front of time and power: 4 points on average; the whole table has "
                + "hypervolume 0.333333\n");
  }

  @Test
  void table_text_beginsWithWhatItTook() throws IOException {
    Outcome outcome = cli.run("simulate " + summary() + " --objective accuracy --seeds 1");

    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: warning: 2 of 4 parameters may be results or descriptions of runs: run"
                + " (by name a description of a run); energy_Wh (by name a result); if so, leave"
                + " them out by --ignore run,energy_Wh\n");
    assertThat(outcome.out())
        .startsWith(
            "4 parameters: run (4 values), lr (2), batch_size (2), energy_Wh (4)\n"
                + "1 result: accuracy\n"
                + "1 of 4 rows has no accuracy; combinations without a result count as failed;"
                + " leave such rows out by --where COLUMN=VALUE\n\nsampler ");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void table_json_namesWhatItTookAndDoubts() throws IOException {
    Outcome outcome =
        cli.run("simulate " + summary() + " --objective accuracy --seeds 1 --format json");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .endsWith(
            ",\"parameters\":{\"run\":4,\"lr\":2,\"batch_size\":2,\"energy_Wh\":4},\"results\":[\"accuracy\"],\"notes\":[\"1"
                + " of 4 rows has no accuracy; combinations without a result count as failed; leave"
                + " such rows out by --where COLUMN=VALUE\"],\"warnings\":[\"2 of 4 parameters may"
                + " be results or descriptions of runs: run (by name a description of a run);"
                + " energy_Wh (by name a result); if so, leave them out by --ignore"
                + " run,energy_Wh\"]}\n");
  }

  private String summary() throws IOException {
    Files.writeString(
        folder.resolve("s.csv"),
        """
        run,lr,batch_size,accuracy,energy_Wh
        001,0.1,32,0.6,10
        002,0.1,64,,9
        003,0.2,32,0.7,11
        004,0.2,64,0.8,8
        """);
    return "@/s.csv";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          @/no.csv --objective time | @/no.csv: no such file; specify a CSV table of measured results, or a folder of runs
          @/t.csv                   | --objective is missing; name the column of @/t.csv to optimise
          @/t.csv --objective tim   | @/t.csv: no column "tim"; expected one of set, size, time, power, worse (did you mean "time"?)
          @/t.csv --objective time --constraint powr<=3 | @/t.csv: no column "powr"; expected one of set, size, time, power, worse (did you mean "power"?)
          @/t.csv --objective time --constraint power>3 | --constraint: found "power>3", expected COLUMN<=NUMBER such as average_power<=100
          @/t.csv --objective time --constraint power<=3 | @/t.csv: no configuration met power<=3: all 5 were tried; the lowest found is power 10
          @/t.csv --objective time --where set=z | @/t.csv: no row has set=z; its values are x, y (did you mean "x"?)
          @/t.csv --objective time --where set   | --where: found "set", expected COLUMN=VALUE at most once per column, such as dataset=cifar100
          @/t.csv --objective time --where sett=x | @/t.csv: no column "sett"; expected one of set, size, time, power, worse (did you mean "set"?)
          @/t.csv --objective time --ignore worse,time | --ignore time has no effect, because --objective, --constraint, or --duration names the column as well; remove one of them
          @/t.csv --objective worse | @/t.csv:3: worse is "oops"; expected a number, or an empty cell for a run without a result
          @/t.csv --objective time --goal max | --goal: found "max", expected minimize or maximize
          @/t.csv --objective time --goal minimize --goal maximize | --goal is given 2 times and --objective 1 times; give one goal for all, or one for each
          @/t.csv --objective time --stopper asha | --stopper applies to a folder of runs, and @/t.csv is not one; remove it
          """)
  void table_badInput_isOneSentence(String arguments, String sentence) {
    assertUsage(cli.run("simulate " + arguments), sentence);
  }

  @Test
  void sampler_misspelled_isCorrected() {
    Outcome outcome = cli.run("simulate @/t.csv --objective time --sampler randon");

    assertThat(outcome.err())
        .startsWith("greenscreen: --sampler: unknown sampler \"randon\"; expected one of random, ")
        .endsWith("(did you mean \"random\"?)\n");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void format_unknown_isExplained() {
    Outcome outcome = cli.run("simulate @/t.csv --objective time --format xml");

    assertThat(outcome.err())
        .startsWith(
            "greenscreen: Invalid value for option '--format': found \"xml\", expected table or"
                + " json\n");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void runs_ofThisProgram_areReplayed() {
    cli.study("sweep");

    Outcome outcome = cli.run("simulate @/runs --min-accuracy 10% --stopper asha:rungs=1");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("stopper  settings ")
        .contains("\nasha     rungs 1; eta 3")
        .contains("time saved %");
  }

  @Test
  void runs_verbose_namesEveryStop() {
    cli.study("sweep");

    Outcome outcome =
        cli.run("simulate @/runs --verbose --stopper chance:epochs=1,classes=2,margin=0.49");

    assertThat(outcome.err()).contains("run 002 stopped after epoch 1: chance: best val_accuracy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          @ --stopper asha              | @: no runs in it; specify a folder with runs as the last argument, or create runs with 'greenscreen sweep'
          @/runs --stopper ashe         | --stopper: unknown stopper "ashe"; expected one of hyperband, asha, median, chance (did you mean "asha"?)
          @/runs --stopper asha:eta=1   | --stopper: asha: eta is 1; expected a whole number above 1 such as 3
          @/runs --trials 3             | --trials requires a table or --sampler, and @/runs is a folder of runs; remove it
          @/runs --sampler grid --where lr=1 | --where applies to a table, and @/runs is a folder; remove it
          @/runs --sampler grid --min-accuracy 10% | --min-accuracy cannot be combined with --sampler; remove it
          @/runs --sampler grid --objective val_acuracy | --objective: runs have no metric "val_acuracy"; expected one of val_accuracy, val_loss, accuracy, loss, energy_Wh, power_W, gpu_memory_MiB, epoch_seconds, efficiency (did you mean "val_accuracy"?)
          @/runs --sampler grid --constraint power_w<=3 | --constraint: runs have no metric "power_w"; expected one of val_accuracy, val_loss, accuracy, loss, energy_Wh, power_W, gpu_memory_MiB, epoch_seconds, efficiency (did you mean "power_W"?)
          @/runs --sampler grid --constraint power_W<=3 | @/runs: none of the 3 completed runs has val_accuracy, power_W
          @/runs --sampler grid --constraint epoch_seconds<=1 | @/runs: no configuration met epoch_seconds<=1: all 3 were tried; the lowest found is epoch_seconds 2
          """)
  void runs_badInput_isOneSentence(String arguments, String sentence) {
    cli.study("sweep");

    assertUsage(cli.run("simulate " + arguments), sentence);
  }

  @Test
  void runs_withSamplersAndAStopper_areSearchedWithAndWithoutIt() {
    cli.study("sweep");

    Outcome outcome =
        cli.run(
            "simulate @/runs --sampler random,tpe --stopper asha:rungs=1 --trials 3 --seeds 2"
                + " --workers 2");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("\nrandom ", "\nrandom + asha ", "\ntpe ", "\ntpe + asha ")
        .contains("sampler        distinct  violations  stopped  time saved %  seconds");
    assertThat(cli.run("simulate @/runs --sampler grid --trials 2 --seeds 1 --format json").out())
        .startsWith("{\"sampler\":\"grid\",\"trials\":2,\"seeds\":1,\"best\":{\"mean\":0.");
  }

  @Test
  void runs_ofTheStudySearched_asha_savesMostOfTheEnergy() {
    Outcome outcome =
        cli.run(
            "simulate "
                + SharedData.folder("data/study")
                + " --sampler random --stopper asha --trials 70 --seeds 2");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .containsPattern("random +70 +0\\.9")
        .containsPattern("random \\+ asha +70 +0 +[56]\\d(\\.\\d)? +[78]\\d\\.\\d\\d");
  }

  @Test
  void runs_ofTheStudy_allStoppersByDefault() {
    Outcome outcome = cli.run("simulate " + SharedData.folder("data/study"));

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .containsPattern(
            "chance +after 4 epochs; 100 classes; margin 0.01 +\\d+ of 70 +4\\d\\.\\d\\d")
        .containsPattern("asha +rungs 3, 9, 27; eta 3 +\\d+ of 70 +8\\d\\.\\d\\d +kept")
        .contains("best run 052");
  }

  private static void assertUsage(Outcome outcome, String sentence) {
    assertThat(outcome.err()).isEqualTo("greenscreen: " + sentence + "\n");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
  }
}
