package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user gets to read when something is wrong with what was asked. */
final class BadInputTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sweep -n 0          | Invalid value for option '-n': found "0", expected a whole number above 0 such as 10
          sweep -n -3         | Invalid value for option '-n': found "-3", expected a whole number above 0 such as 10
          sweep --limit -1    | Invalid value for option '--limit': found "-1", expected a whole number above 0 such as 10
          train --epochs 1.5  | Invalid value for option '--epochs': found "1.5", expected a whole number above 0 such as 10
          train --seed x      | Invalid value for option '--seed': found "x", expected a whole number such as 22
          train --seed 9223372036854775807 | Invalid value for option '--seed': found "9223372036854775807", expected a whole number of at most 18 digits
          sweep -n 99999999999 | Invalid value for option '-n': found "99999999999", expected a whole number above 0 of at most 9 digits
          analyze --min-accuracy 60 | Invalid value for option '--min-accuracy': found "60", expected a share such as 0.6 or 60%
          analyze --objective speed | Invalid value for option '--objective': found "speed", expected one of energy, power, accuracy, efficiency
          report --target-accuracy 2 | Invalid value for option '--target-accuracy': found "2", expected a share such as 0.6 or 60%
          analyze --grid-intensity 0 | Invalid value for option '--grid-intensity': found "0", expected grams of CO2e per kWh above 0 such as 344
          analyze --grid-intensity -3 | Invalid value for option '--grid-intensity': found "-3", expected grams of CO2e per kWh above 0 such as 344
          report --grid-intensity 0,3 | Invalid value for option '--grid-intensity': found "0,3", expected grams of CO2e per kWh above 0 such as 344
          report --pue 0.9    | Invalid value for option '--pue': found "0.9", expected a number of at least 1.0, such as 1.2
          report --pue NaN    | Invalid value for option '--pue': found "NaN", expected a number of at least 1.0, such as 1.2
          analyze --country Germny | Invalid value for option '--country': found "Germny", expected one of WORLD, EU, AT, AU, CA, CH, CN, DE, DK, FI, FR, GB, IE, IN, JP, NL, NO, PL, SE, US (did you mean "Germany"?)
          analyze --country XX | Invalid value for option '--country': found "XX", expected one of WORLD, EU, AT, AU, CA, CH, CN, DE, DK, FI, FR, GB, IE, IN, JP, NL, NO, PL, SE, US
          report --country es | Invalid value for option '--country': found "es" (Spain), for which there is no data; expected one of WORLD, EU, AT, AU, CA, CH, CN, DE, DK, FI, FR, GB, IE, IN, JP, NL, NO, PL, SE, US, or set the value with --grid-intensity
          train --meter-period 0 | Invalid value for option '--meter-period': found "0", expected seconds from 0.02 to 3600 such as 1, 0.1 or 100ms
          sweep --meter-period 2h | Invalid value for option '--meter-period': found "2h", expected seconds from 0.02 to 3600 such as 1, 0.1 or 100ms
          sweep --epochs      | Missing required parameter for option '--epochs' (N)
          train --epochs 1 --epochs 2 | option '--epochs' (N) should be specified only once
          """)
  void option_illegal_isExplainedInOneSentence(String command, String sentence) {
    Outcome outcome = cli.run(command);

    String name = command.substring(0, command.indexOf(' '));
    assertThat(outcome.err())
        .isEqualTo("greenscreen: " + sentence + "\nTry 'greenscreen " + name + " --help'.\n");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "sweep -n 2", "final"})
  void meter_illegal_isExplainedBeforeAnythingStarts(String command) {
    Outcome outcome = cli.run(command + " --meter estimate --runs @/runs");

    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: --meter: meter estimate needs the power of the processors at "
                + "full load, such as estimate:65W\n");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(cli.path("runs")).doesNotExist();
  }

  @Test
  void command_misspelled_isCorrected() {
    Outcome outcome = cli.run("swep");

    assertThat(outcome.err())
        .isEqualTo(
            """
            greenscreen: Unmatched argument at index 0: 'swep'
            Did you mean: greenscreen sweep or greenscreen power or greenscreen report?
            Try 'greenscreen --help'.
            """);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void option_misspelled_isCorrected() {
    Outcome outcome = cli.run("sweep --epoks=3");

    assertThat(outcome.err())
        .isEqualTo(
            """
            greenscreen: Unknown option: '--epoks=3'
            Possible solutions: --epochs
            Try 'greenscreen sweep --help'.
            """);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void command_missing_isAskedFor() {
    Outcome outcome = cli.run("");

    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: Missing command; expected one of study, sweep, train, analyze, final,"
                + " report, export, predict, ensemble, runs, compare, space, data, engine, doctor,"
                + " power, simulate, ask, tell, help.\n"
                + "Try 'greenscreen --help'.\n");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void config_missing_isNamed() {
    assertUsage(cli.run("space --config @/nowhere.yaml"), "@/nowhere.yaml");
  }

  @Test
  void config_wrongValue_isNamedWithItsLine() throws IOException {
    Files.writeString(
        folder.resolve("bad.yaml"), "parameters:\n  augmentation: {values: [None, mixupp]}\n");

    Outcome outcome = cli.run("sweep --config @/bad.yaml --runs @/runs");

    assertUsage(
        outcome,
        "@/bad.yaml:2: unknown augmentation \"mixupp\"; expected one of None, random, mixup, cutmix"
            + ", translate, alternating_flip, translate+alternating_flip"
            + " (did you mean \"mixup\"?)");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void config_severalProblems_areSaidOneALine() throws IOException {
    Files.writeString(
        folder.resolve("bad.yaml"), "parameters:\n  lr: {values: []}\n  optimizr: {value: SGD}\n");

    Outcome outcome = cli.run("sweep --config @/bad.yaml");

    assertThat(outcome.err().lines()).hasSize(2).allMatch(l -> l.startsWith("greenscreen: @/bad."));
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void set_unknownValue_isCorrected() {
    assertUsage(
        cli.study("train --set optimizer=Adm"),
        "--set: unknown optimizer \"Adm\"; expected one of RMSProp, SGD, Adam, AdamW, Nesterov, Muon (did you mean"
            + " \"Adam\"?)");
  }

  @Test
  void set_withoutEqualsSign_saysTheForm() {
    assertUsage(
        cli.study("train --set lr"), "--set: found \"lr\", expected NAME=VALUE such as lr=0.01");
  }

  @Test
  void set_severalProblems_areSaidOneALine() {
    Outcome outcome = cli.study("train --set lr --set optimizr=SGD --set lr=-1 --dataset cifar");

    assertThat(outcome.err().lines())
        .hasSize(4)
        .startsWith("greenscreen: --set: found \"lr\", expected NAME=VALUE such as lr=0.01")
        .anyMatch(line -> line.startsWith("greenscreen: --set: unknown parameter \"optimizr\";"))
        .contains("greenscreen: --set: illegal lr \"-1\"; expected a number above 0")
        .last()
        .asString()
        .startsWith("greenscreen: --dataset: unknown dataset \"cifar\";");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void doctorPrecision_withEstimate_isRefused() {
    assertUsage(
        cli.run("doctor --precision --estimate"),
        "--precision and --estimate are mutually exclusive; remove one of them");
  }

  @Test
  void doctorMarkdown_withoutATable_isRefused() {
    assertUsage(
        cli.run("doctor --markdown"),
        "--markdown applies to the table of --precision; add --precision");
  }

  @Test
  void dataset_misspelled_isCorrected() {
    assertUsage(
        cli.study("sweep --dataset cifar01"),
        "--dataset: unknown dataset \"cifar01\"; expected one of cifar10, cifar100, shapes, folder (did you"
            + " mean \"cifar10\"?)");
  }

  @Test
  void data_folderWithoutTheFiles_failsBeforeAnyRun() throws IOException {
    Files.createDirectories(folder.resolve("empty"));

    Outcome outcome = cli.study("sweep --dataset cifar10 --data @/empty");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("greenscreen: @/empty: the folder is empty; expected");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void baselineFromARun_contradicts_isRefused() {
    assertUsage(
        cli.study("train --baseline --from 001"),
        "--baseline and --from are mutually exclusive; remove one of them");
  }

  @Test
  void from_unknownRun_isNamed() {
    assertUsage(
        cli.run("train --from 017 --runs @/runs"),
        "--from: no run 017 in @/runs; 'greenscreen runs --runs @/runs' lists all runs");
  }

  @ParameterizedTest
  @CsvSource({"analyze", "report", "runs"})
  void runs_folderMissing_saysWhatToDo(String command) {
    assertUsage(
        cli.run(command + " --runs @/nowhere"),
        "@/nowhere: no such folder; specify a folder with runs with --runs, or create runs "
            + "with 'greenscreen sweep'");
  }

  @Test
  void runs_folderEmpty_saysWhatToDo() throws IOException {
    Files.createDirectories(folder.resolve("runs"));

    assertUsage(
        cli.run("analyze --runs @/runs"),
        "@/runs: no runs in it; specify a folder with runs with --runs, or create runs "
            + "with 'greenscreen sweep'");
  }

  @Test
  void runs_pathIsAFile_cannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("runs"), "");

    Outcome outcome = cli.study("sweep");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("greenscreen: ").contains("@/runs").hasLineCount(1);
  }

  @Test
  void analyze_onlyFailedRuns_saysWhy() {
    cli.study("train --baseline --set precision=float16");

    assertUsage(
        cli.run("analyze --runs @/runs"),
        "@/runs: no run can be analysed (001: failed (precision float16 comes later;"
            + " take float32)); a baseline or sweep run must complete first");
  }

  @Test
  void analyze_onlyFailedRuns_leavesAnHonestJson() throws IOException {
    cli.study("train --baseline --set precision=float16");

    cli.run("analyze --runs @/runs --report @/report");

    assertThat(folder.resolve("report/analysis.json"))
        .content()
        .contains("\"best\": null", "\"reason\": \"failed (precision float16");
  }

  @Test
  void final_withoutAnAnalysis_saysWhatToDo() {
    assertUsage(
        cli.run("final --report @/report --runs @/runs"),
        "@/report/best.yaml: no such file; run 'greenscreen analyze' first, or pass the folder of "
            + "its results with --report");
  }

  @Test
  void verbose_onFailure_showsTheStackTrace() {
    Outcome outcome = cli.run("runs --verbose --runs @/nowhere");

    assertThat(outcome.err()).contains("\tat io.github.greenscreen.cli.");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void runs_folderUnreadable_isNoStackTrace() throws IOException {
    Path runs = Files.createDirectories(folder.resolve("runs/001"));
    Files.writeString(runs.resolve("parameters.yaml"), "model: [\n");
    Files.setPosixFilePermissions(runs, PosixFilePermissions.fromString("rwxr-xr-x"));

    Outcome outcome = cli.run("runs --runs @/runs");

    assertThat(outcome.err()).startsWith("greenscreen: @/runs/001/parameters.yaml").hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(2);
  }

  private static void assertUsage(Outcome outcome, String sentence) {
    assertThat(outcome.err()).startsWith("greenscreen: " + sentence).hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
  }
}
