package io.github.greenscreen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code runs}, {@code runs show}, {@code analyze}, and {@code report} tell the same of a folder.
 */
final class RunsAgreementTest {
  private static final String HEADER =
      "epoch,time,loss,accuracy,val_loss,val_accuracy,gpu_power_W,gpu_temp_C,gpu_util_%\n";
  private static final String POST = "post,2023-03-01 12:30:00,0,0,0,0,100.00,50,0\n";
  private static final String PLAN =
      "model: resnet50\nbatch_size: 64\nlr: 0.01\noptimizer: SGD\ninternal: None\n";
  private static final String RESULT = "seed : 22\nn_parameters: 23792612\ntest_accuracy: 0.45\n";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
    // A run that can be analysed beside the one in question.
    write("001", PLAN + RESULT, log(10) + POST);
  }

  @Test
  void of_folderOfTheStudy_isCompletedWithTheEnergyOfItsLog() throws IOException {
    write("002", PLAN + RESULT, log(10) + POST);

    // 120 W for 10 minutes.
    assertAgreement("completed", "50.0 %", "20.000 Wh", "10 min 00 s", "");
  }

  @Test
  void of_earliestFolderWithoutSeedAndResult_isRankedAndItsSeedUnknown() throws IOException {
    write("002", PLAN, log(10) + POST);

    assertAgreement(
        "completed", "50.0 %", "20.000 Wh", "10 min 00 s", "its folder does not record the seed");
    assertThat(cli.run("runs show 2 --runs @/runs").out())
        .containsPattern("\n  seed +not recorded\n");
    assertThat(cli.run("analyze --runs @/runs --report @/report").out())
        .contains(
            "- The seed of 1 of 2 runs is unknown, because their folders do not record it: 002.");
  }

  @Test
  void of_logCutOff_isIncomplete() throws IOException {
    write("002", PLAN + RESULT, log(3));

    assertAgreement(
        "incomplete",
        "15.0 %",
        "6.000 Wh",
        "3 min 00 s",
        "its log ends after 3 epochs without the final row post");
  }

  @Test
  void of_logCutOffInALine_isIncomplete() throws IOException {
    write("002", PLAN + RESULT, log(4) + "4,2023-03-01 12:05:00,1.5,0.");

    assertAgreement(
        "incomplete",
        "20.0 %",
        "8.000 Wh",
        "4 min 00 s",
        "its log ends after 4 epochs without the final row post");
  }

  @Test
  void of_logWithReturns_isTheSame() throws IOException {
    write("002", (PLAN + RESULT).replace("\n", "\r\n"), (log(10) + POST).replace("\n", "\r\n"));

    assertAgreement("completed", "50.0 %", "20.000 Wh", "10 min 00 s", "");
  }

  @Test
  void of_rowsRepeated_countsThemOnce() throws IOException {
    String seventh = row(6);
    write("002", PLAN + RESULT, log(10).replace(seventh, seventh + seventh) + POST + POST);

    assertAgreement("completed", "50.0 %", "20.000 Wh", "10 min 00 s", "");
  }

  @Test
  void of_logWithoutARow_isIncomplete() throws IOException {
    write("002", PLAN + RESULT, "");

    assertAgreement("incomplete", "N/A", "N/A", "N/A", "its log has no epoch");
  }

  @Test
  void of_killedBeforeTheResult_isInterrupted() throws IOException {
    write("002", PLAN + "seed : 22\n", log(5));

    assertAgreement(
        "interrupted",
        "25.0 %",
        "10.000 Wh",
        "5 min 00 s",
        "it has logs, but no status and no result");
  }

  @Test
  void of_runKilledInTheMiddle_isRunning() throws IOException {
    write("002", PLAN + "seed: 22\nepochs: 10\ndataset: cifar10\n", log(5));
    Files.writeString(
        cli.path("runs/002/status.yaml"), "state: running\npurpose: sweep\nattempts: 1\n");

    assertAgreement("running", "25.0 %", "10.000 Wh", "5 min 00 s", "");
  }

  @Test
  void of_completedRunWhoseLogWasCutOff_isIncomplete() throws IOException {
    write("002", PLAN + "seed: 22\nepochs: 10\ndataset: cifar10\nn_parameters: 5\n", log(7));
    Files.writeString(
        cli.path("runs/002/status.yaml"),
        "state: completed\npurpose: sweep\nattempts: 1\nenergy_gross_Wh: 20.500000\n");

    assertAgreement(
        "incomplete", "35.0 %", "20.500 Wh", "7 min 00 s", "its log has 7 of 10 epochs");
  }

  @Test
  void of_completedRunWithoutPowerSamples_keepsItsEnergy() throws IOException {
    write("002", PLAN + "seed: 22\nepochs: 10\ndataset: cifar10\nn_parameters: 5\n", log(10));
    Files.writeString(
        cli.path("runs/002/status.yaml"),
        """
        state: completed
        purpose: sweep
        attempts: 1
        energy_gross_Wh: 20.500000
        seconds:
          repeated: 30.000
        """);

    assertAgreement("completed", "50.0 %", "20.500 Wh", "10 min 30 s", "");
  }

  @Test
  void of_powerBelowZero_hasNoEnergy() throws IOException {
    write("002", PLAN + RESULT, log(10).replace("120.00,60,97", "-1.00,60,97") + POST);

    assertAgreement("completed", "50.0 %", "N/A", "10 min 00 s", "");
    assertThat(cli.run("runs show 2 --runs @/runs").out())
        .containsPattern(
            "\n  energy +N/A \\(incomplete: its log has the energy of 9 of 10 epochs\\)");
    assertThat(cli.run("analyze --runs @/runs --report @/report").out())
        .contains(
            "- The energy of 1 of 2 runs is incomplete, so these runs are not ranked by it: 002"
                + " (its log has the energy of 9 of 10 epochs).");
  }

  @Test
  void of_modelQuantisedAfterItsLastValidation_hasTheAccuracyOfTheTest() throws IOException {
    write(
        "002",
        PLAN.replace("internal: None", "internal: post_quantization") + RESULT,
        log(10) + POST);

    assertAgreement("completed", "45.0 %", "20.000 Wh", "10 min 00 s", "");
    assertThat(cli.run("runs show 2 --runs @/runs").out())
        .containsPattern("\n  validation accuracy +50\\.0 %\n");
  }

  @Test
  void of_logThatIsNoText_isFailed() throws IOException {
    write("002", PLAN + RESULT, log(10) + POST);
    Files.write(cli.path("runs/002/logs.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});

    assertAgreement(
        "failed",
        "N/A",
        "N/A",
        "N/A",
        "cannot read @/runs/002/logs.csv: not UTF-8 text; repair it, or move the folder"
            + " @/runs/002 away");
  }

  @Test
  void of_accuracyInPercent_isFailedWithTheLine() throws IOException {
    write("002", PLAN + RESULT, HEADER + row(0).replace("0.05,", "5.0,") + POST);

    assertAgreement(
        "failed",
        "N/A",
        "N/A",
        "N/A",
        "@/runs/002/logs.csv:2: val_accuracy \"5.0\"; expected a number from 0 to 1, nan or N/A;"
            + " repair it, or move the folder @/runs/002 away");
  }

  /** Check run 002 in the table, in its details, in the analysis, and in the page. */
  private void assertAgreement(
      String state, String accuracy, String energy, String time, String why) throws IOException {
    List<String> cells = table();
    assertThat(cells.get(2)).isEqualTo(state);
    assertThat(cells.subList(4, 7)).containsExactly(accuracy, energy, time);
    assertThat(cells.size() > 7 ? cells.get(7) : "").isEqualTo(why);
    CliFixture.Outcome show = cli.run("runs show 2 --runs @/runs");
    String plain = why.contains("the seed") ? "" : why;
    assertThat(show.code()).as(show.err()).isZero();
    assertThat(show.out().lines().map(line -> line.strip().replaceFirst(" \\(incomplete: .*", "")))
        .contains(
            entry("state", state + (plain.isEmpty() ? "" : ": " + plain)),
            entry("time", time),
            entry("energy", energy));
    CliFixture.Outcome analysis = cli.run("analyze --runs @/runs --report @/report");
    assertThat(analysis.code()).as(analysis.err()).isZero();
    List<String> summary = Files.readAllLines(cli.path("report/runs_summary.csv"));
    List<String> rows = summary.stream().filter(line -> line.startsWith("002,")).toList();
    if (state.equals("completed")) {
      assertThat(rows).hasSize(1);
      List<String> heads = List.of(summary.get(0).split(",", -1));
      List<String> run = List.of(rows.get(0).split(",", -1));
      assertThat(energy).startsWith(fixed(run.get(heads.indexOf("energy_Wh")), 1, 3));
      assertThat(accuracy).startsWith(fixed(run.get(heads.indexOf("accuracy")), 100, 1));
    } else {
      assertThat(rows).isEmpty();
      assertThat(analysis.out().lines())
          .anyMatch(line -> line.startsWith("- 002: " + state) && line.contains(plain));
    }
    cli.run("report --runs @/runs --report @/report");
    assertThat(Files.readString(cli.path("report/greenscreen.html")))
        .containsPattern("\"name\": ?\"002\"[^{}]*\"state\": ?\"" + state + "\"");
  }

  private static String entry(String name, String value) {
    return "%-28s %s".formatted(name, value);
  }

  private static String fixed(String number, double factor, int decimals) {
    return number.equals("N/A")
        ? number
        : String.format(Locale.ROOT, "%." + decimals + "f ", factor * Double.parseDouble(number));
  }

  /** Return the cells of run 002. */
  private List<String> table() {
    CliFixture.Outcome outcome = cli.run("runs --runs @/runs");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    String line =
        outcome.out().lines().filter(each -> each.startsWith("002 ")).findFirst().orElseThrow();
    return Arrays.asList(line.strip().split(" {2,}", -1));
  }

  private void write(String name, String parameters, String log) throws IOException {
    Path run = Files.createDirectories(cli.path("runs").resolve(name));
    Files.writeString(run.resolve("parameters.yaml"), parameters);
    Files.writeString(run.resolve("logs.csv"), log);
  }

  private static String log(int epochs) {
    return HEADER
        + "pre,2023-03-01 12:00:00,0,0,0,0,100.00,50,0\n"
        + IntStream.range(0, epochs).mapToObj(RunsAgreementTest::row).collect(Collectors.joining());
  }

  /** Return a row of a minute at 120 W. */
  private static String row(int epoch) {
    return "%d,2023-03-01 12:%02d:00,1.5,0.5,1.5,%s,120.00,60,%d\n"
        .formatted(epoch, epoch + 1, (5 * (epoch + 1)) / 100.0, 90 + epoch);
  }
}
