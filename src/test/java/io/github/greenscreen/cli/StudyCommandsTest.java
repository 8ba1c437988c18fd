package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.sweep.StudyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of a study from the first to the last, with everything real but the training. */
final class StudyCommandsTest {
  private static final String NO_METER =
      "\nno power meter found: energy will be N/A; run 'greenscreen doctor' for details\n";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void train_baseline_recordsTheFirstValues() {
    Outcome outcome = cli.study("train --baseline");

    RunRecord run = only();
    assertThat(outcome.code()).isZero();
    assertThat(run.status().purpose()).isEqualTo(RunPurpose.BASELINE);
    assertThat(run.plan().configuration().get("batch_size")).isEqualTo("4");
    assertThat(run.status().limit()).hasValue(100);
    assertThat(outcome.err())
        .startsWith("run 001: ")
        .contains("training 1,234 parameters on a fake\nepoch 1/2  loss 1.5000")
        .containsOnlyOnce(NO_METER);
    assertThat(cli.study("train --meter none").err()).doesNotContain(NO_METER);
  }

  @Test
  void train_values_mayLieOutsideTheSpace() {
    cli.study("train --set batch_size=7 --set optimizer=SGD --epochs 1 --seed 5");

    RunRecord run = only();
    assertThat(run.status().purpose()).isEqualTo(RunPurpose.SINGLE);
    assertThat(run.plan().configuration().get("batch_size")).isEqualTo("7");
    assertThat(run.plan().configuration().get("optimizer")).isEqualTo("SGD");
    assertThat(run.plan().seed()).hasValue(5);
    assertThat(run.plan().epochs()).hasValue(1);
  }

  @Test
  void train_fromARun_takesItsConfigurationAndImages() {
    cli.study("train --set batch_size=7");

    Outcome outcome = cli.run("train --from 1 --set lr=0.5 --runs @/runs");

    RunRecord run = runs().get(1);
    assertThat(outcome.code()).isZero();
    assertThat(run.plan().configuration().get("batch_size")).isEqualTo("7");
    assertThat(run.plan().configuration().get("lr")).isEqualTo("0.5");
    assertThat(run.status().limit()).hasValue(100);
  }

  @Test
  void train_runThatFails_saysWhyAndReturns1() {
    Outcome outcome = cli.study("train --set precision=float16");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .endsWith("greenscreen: the run failed: precision float16 comes later; take float32\n");
    assertThat(only().status().state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void train_runThatDiverges_saysWhatToTryAndReturns1() {
    Outcome outcome = cli.study("train --set lr=1e30");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("epoch 1/2  loss NaN  accuracy  10.0 %  not validated  1.0 s\n")
        .endsWith(
            "greenscreen: the run was stopped: training diverged: loss is NaN in epoch 1 of 2; try"
                + " a smaller lr than 1e30\n");
    assertThat(only().status().state()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void study_someDiverge_goesOnToAReportWithoutThem() throws IOException {
    String text = Files.readString(cli.path("config.yaml"));
    Files.writeString(
        cli.path("config.yaml"),
        text.replace("[4, 32, 64, 128]", "[4]").replace("8.0e-4]", "8.0e-4, 1e30]"));

    cli.study("train --baseline");
    Outcome sweep = cli.study("sweep -n 2");
    Outcome analysis = cli.run("analyze --runs @/runs --report @/report");
    Files.writeString(cli.path("report/best.yaml"), "model: resnet20\nlr: 1e30\ndataset: shapes\n");
    Outcome last = cli.run("final --epochs 3 --runs @/runs --report @/report");

    String stopped =
        runs().stream()
            .filter(run -> run.status().state() == RunState.STOPPED)
            .findFirst()
            .orElseThrow()
            .name();
    String reason = "training diverged: loss is NaN in epoch 1 of 2; try a smaller lr than 1e30";
    assertThat(sweep.out())
        .isEqualTo(
            "sweep: 1 of 2 runs completed, 1 stopped, 0 failed\n  "
                + stopped
                + " stopped: "
                + reason
                + "\nearly stopping saved 1 epoch of 1 run; their energy is unknown because "
                + "no completed run has an energy\n");
    assertThat(sweep.err()).contains(" stopped      accuracy N/A  energy N/A  1.0 s  " + reason);
    assertThat(sweep.code()).isZero();
    assertThat(analysis.code()).isZero();
    assertThat(analysis.out())
        .contains("- " + stopped + ": stopped (" + reason + ")\n")
        .contains(
            "- 1 run was stopped early and is left out of rankings, regression and recommendation: "
                + stopped
                + ".\n");
    assertThat(last.code()).isEqualTo(1);
    assertThat(last.err())
        .endsWith(
            "greenscreen: the final run was stopped: training diverged: loss is NaN in epoch 1 of"
                + " 3; try a smaller lr than 1e30\n");
    assertThat(cli.run("report --runs @/runs --report @/report").code()).isZero();
  }

  @Test
  void train_folderThatIsCompleted_isRefused() {
    cli.study("train");

    Outcome outcome = cli.run("train @/runs/001");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("greenscreen: run 001 (@/runs/001) is already completed");
  }

  @Test
  void sweep_threeRuns_saysALineForEach() {
    Outcome outcome = cli.study("sweep");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEqualTo("sweep: 3 of 3 runs completed, 0 stopped, 0 failed\n");
    assertThat(outcome.err().lines())
        .hasSize(3)
        .allMatch(line -> line.contains(" completed    accuracy "))
        .last()
        .asString()
        .startsWith("[3/3] 003 ");
    assertThat(runs()).allMatch(run -> run.status().purpose() == RunPurpose.SWEEP);
  }

  @Test
  void sweep_someRunsFail_goesOnAndReturns3() throws IOException {
    String text = Files.readString(cli.path("config.yaml"));
    Files.writeString(
        cli.path("config.yaml"),
        text.replace("{value: float32}", "{values: [float32, float16]}")
            .replace("[4, 32, 64, 128]", "[4]")
            .replace("[0.01, 8.0e-4]", "[0.01]"));

    Outcome outcome = cli.study("sweep -n 2");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out())
        .startsWith("sweep: 1 of 2 runs completed, 0 stopped, 1 failed\n")
        .contains(" failed: precision float16 comes later; take float32\n");
  }

  @Test
  void sweep_pinnedParameter_neverVaries() {
    cli.study("sweep --set batch_size=64 -n 2");

    assertThat(runs()).allMatch(r -> r.plan().configuration().get("batch_size").equals("64"));
  }

  @Test
  void sweep_spaceIsExhausted_saysSo() {
    Outcome outcome = cli.study("sweep --set batch_size=64 --set lr=0.01 -n 2");

    assertThat(outcome.err())
        .endsWith(
            "the search space is exhausted; 1 of the 2 requested configurations were tried\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void sweep_secondInTheFolder_isRefusedUntilResumed() {
    cli.study("sweep");

    assertThat(cli.study("sweep").code()).isEqualTo(2);
    assertThat(cli.study("sweep --resume").out())
        .isEqualTo("sweep: 3 of 3 runs completed, 0 stopped, 0 failed\n");
    assertThat(runs()).hasSize(3);
  }

  @Test
  void resume_noSweepInTheFolder_isRefused() {
    Outcome outcome = cli.study("sweep --resume");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("greenscreen: @/runs holds no sweep to resume; remove --resume to start one\n");
  }

  @Test
  void study_allCommandsInTurn_endWithAPdf() throws IOException {
    cli.study("train --baseline");
    cli.study("sweep -n 5");
    Outcome analysis = cli.run("analyze --runs @/runs --report @/report --min-accuracy 10%");
    Outcome last = cli.run("final --epochs 3 --runs @/runs --report @/report");
    Outcome report = cli.run("report --runs @/runs --report @/report");

    assertThat(analysis.code()).isZero();
    assertThat(analysis.out()).contains("Best runs by accuracy").contains("Best configuration");
    assertThat(cli.path("report/runs_summary.csv")).exists();
    assertThat(cli.path("report/statistics_summary.csv")).exists();
    assertThat(last.code()).isZero();
    RunRecord run = runs().get(6);
    assertThat(run.status().purpose()).isEqualTo(RunPurpose.FINAL);
    assertThat(run.plan().epochs()).hasValue(3);
    assertThat(run.plan().dataset()).isEqualTo("shapes");
    assertThat(run.status().limit()).hasValue(100);
    assertThat(report.out()).isEqualTo("@/report/greenscreen.pdf\n@/report/greenscreen.html\n");
    assertThat(cli.path("report/greenscreen.html")).content().contains("\"name\":\"001\"");
    assertThat(Files.readAllBytes(cli.path("report/greenscreen.pdf")))
        .startsWith('%', 'P', 'D', 'F');
  }

  @Test
  void report_unfinishedStudy_saysWhatIsMissingAndWhatToType() throws IOException {
    StudyFolder.unfinished(cli.path("runs"));

    Outcome report = cli.run("report --runs @/runs --report @/report");

    assertThat(report.code()).isZero();
    assertThat(report.out()).isEqualTo("@/report/greenscreen.pdf\n@/report/greenscreen.html\n");
    assertThat(report.err())
        .startsWith("The sweep is unfinished: 2 of 7 runs of the sweep have ended (1 completed,")
        .contains("  005 failed: out of memory\n")
        .contains("Finish the sweep: greenscreen sweep --resume --runs @/runs\n")
        .contains("No final run exists; after the sweep train it: greenscreen analyze ");
    assertThat(cli.path("report/greenscreen.html"))
        .content()
        .contains("\"unfinished\":{\"headline\":\"The sweep is unfinished: 2 of 7");
  }

  @Test
  void report_noRunThatEndedWell_isWrittenAllTheSame() {
    StudyFolder study = new StudyFolder(cli.path("runs"), 1);
    study.fail(study.next(), "out of memory");

    Outcome report = cli.run("report --runs @/runs --report @/report");

    assertThat(report.code()).isZero();
    assertThat(report.err())
        .startsWith(
            "greenscreen: @/runs: no run can be analysed (001: failed (out of memory)); a"
                + " baseline or sweep run must complete first\n");
    assertThat(cli.path("report/greenscreen.pdf")).exists();
  }

  @Test
  void runsAndFinal_brokenRun_hidesNoOther() throws IOException {
    StudyFolder study = new StudyFolder(cli.path("runs"), 2);
    study.complete(study.next());
    study.complete(study.next());
    Files.writeString(study.store().path().resolve("001/logs.csv"), "");

    Outcome runs = cli.run("runs --runs @/runs");
    assertThat(runs.code()).as(runs.err()).isZero();
    assertThat(runs.out().lines().skip(2))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("001  sweep").contains("failed", "logs.csv:1: "),
            second -> assertThat(second).startsWith("002  sweep").contains("completed"));

    assertThat(cli.run("analyze --runs @/runs --report @/report").code()).isZero();
    Outcome last = cli.run("final --epochs 1 --runs @/runs --report @/report");
    assertThat(last.code()).as(last.err()).isZero();
  }

  @Test
  void analyzeAndReport_brokenRun_isLeftOutWithTheReason() throws IOException {
    StudyFolder study = new StudyFolder(cli.path("runs"), 2);
    study.complete(study.next());
    study.complete(study.next());
    Files.writeString(study.store().path().resolve("001/logs.csv"), "");

    Outcome analysis = cli.run("analyze --runs @/runs --report @/report");
    Outcome report = cli.run("report --runs @/runs --report @/report");

    assertThat(analysis.code()).isZero();
    assertThat(analysis.out())
        .contains("Left out\n- 001: failed (@/runs/001/logs.csv:1: the header has no epoch, time, ")
        .contains("; repair it, or move the folder @/runs/001 away)\n")
        .contains("- Only run 002 is complete, so there is nothing to compare.\n");
    assertThat(report.code()).isZero();
    assertThat(cli.path("report/greenscreen.html")).content().contains("the header has no epoch");
  }

  @Test
  void report_brokenSweepFile_saysSoAndReportsTheRuns() throws IOException {
    StudyFolder study = StudyFolder.unfinished(cli.path("runs"));
    Files.writeString(study.store().path().resolve("sweep.yaml"), "method: [\n");
    Files.writeString(study.store().path().resolve("sweep.yaml.copy"), "method: [\n");

    Outcome report = cli.run("report --runs @/runs --report @/report");

    assertThat(report.code()).isZero();
    assertThat(report.err()).startsWith("greenscreen: @/runs/sweep.yaml:").hasLineCount(1);
  }

  @Test
  void report_sweepThatHasEndedIsWatched_isWrittenOnce() {
    cli.study("sweep");

    Outcome report = cli.run("report --watch --every 5 --runs @/runs --report @/report");

    assertThat(report.code()).isZero();
    assertThat(report.err())
        .startsWith("the sweep ended: 3 of 3 runs of the sweep have ended (3 completed)\n");
    assertThat(cli.path("report/analysis.json")).exists();
  }

  @Test
  void report_everyWithoutWatch_isRefused() {
    Outcome report = cli.run("report --every 5");

    assertThat(report.code()).isEqualTo(2);
    assertThat(report.err())
        .isEqualTo("greenscreen: --every applies to --watch only; add --watch\n");
  }

  @Test
  void final_editedToNonsense_isRefused() throws IOException {
    cli.study("train --baseline");
    cli.run("analyze --runs @/runs --report @/report");
    Path best = cli.path("report/best.yaml");
    Files.writeString(best, Files.readString(best).replace("lr: 0.01", "lr: much"));

    Outcome outcome = cli.run("final --runs @/runs --report @/report");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: @/report/best.yaml: illegal lr \"much\"; expected a number above 0\n");
  }

  private RunRecord only() {
    assertThat(runs()).hasSize(1);
    return runs().get(0);
  }

  private List<RunRecord> runs() {
    return new RunStore(cli.path("runs")).readAll();
  }
}
