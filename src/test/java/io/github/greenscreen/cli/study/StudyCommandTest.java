package io.github.greenscreen.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.doctor.DoctorCommand;
import io.github.greenscreen.cli.report.AnalyzeCommand;
import io.github.greenscreen.cli.report.ReportCommand;
import io.github.greenscreen.cli.support.CliContext;
import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.cli.support.RootCommand;
import io.github.greenscreen.cli.sweep.SweepCommand;
import io.github.greenscreen.cli.train.FinalCommand;
import io.github.greenscreen.cli.train.TrainCommand;
import io.github.greenscreen.engine.Engines;
import io.github.greenscreen.engine.FakeHost;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The study, with steps that are recorded instead of executed and return chosen exit codes. */
final class StudyCommandTest {
  @TempDir private Path folder;
  private final List<String> steps = new ArrayList<>();
  private final Map<String, Integer> codes = new HashMap<>();
  private final StringWriter err = new StringWriter();
  private FakeHost host = new FakeHost(Path.of("/no/such/home"));

  /** Status that the next step of a command leaves in run 001. */
  private final Map<String, String> left = new HashMap<>();

  /** Records the steps. */
  @Command(name = "greenscreen")
  private final class Root implements RootCommand {
    @Override
    public CliContext context() {
      return CliFixture.context(new Engines(host.host()));
    }

    @Override
    public Optional<String> caller() {
      return Optional.empty();
    }

    @Override
    public int execute(String caller, List<String> words) {
      assertThat(caller).isEqualTo("study");
      steps.add(String.join(" ", words).replace(folder.toString(), "@"));
      if (left.containsKey(words.get(0))) {
        status("001", left.get(words.get(0)));
      }
      return codes.getOrDefault(words.get(0), 0);
    }
  }

  @Test
  void quick_emptyFolder_runsEveryStepSmall() {
    assertThat(study("--quick")).isZero();

    String small = "--runs=@/runs --epochs=6 --dataset=shapes --limit=2000 --set=model=resnet20";
    assertThat(steps)
        .containsExactly(
            "train --baseline " + small,
            "sweep -n=4 " + small,
            "analyze --runs=@/runs",
            "final --epochs=10 --runs=@/runs --limit=2000",
            "report --runs=@/runs");
    assertThat(err.toString()).startsWith("\n== Baseline\n\n== Sweep of 4 configurations\n");
  }

  @Test
  void quick_ownValues_replaceThoseOfQuickAndItsModel() {
    study("--quick", "-n", "7", "--final-epochs=3", "--limit=100", "--set", "model=resnet50");

    assertThat(steps.get(1))
        .startsWith("sweep -n=7 ")
        .contains("--limit=100")
        .endsWith("--set=model=resnet50 --epochs=6 --dataset=shapes");
    assertThat(steps.get(3)).startsWith("final --epochs=3 ");
  }

  @Test
  void study_options_reachTheStepsThatDeclareThem() {
    study("--quick", "--parallel", "2", "--retries=1", "--on-nan", "continue", "--pue", "1.2");

    assertThat(having("--parallel=2")).containsExactly("sweep");
    assertThat(having("--retries=1")).containsExactly("sweep");
    assertThat(having("--on-nan=continue")).containsExactly("train", "sweep", "final");
    assertThat(having("--pue=1.2")).containsExactly("analyze", "report");
  }

  @Test
  void study_meterAndEngine_reachEveryTraining() {
    study("--quick", "--meter", "rapl+estimate:5W", "--engine", "my torch", "--device=cpu");

    assertThat(having("--meter=rapl+estimate:5W")).containsExactly("train", "sweep", "final");
    assertThat(having("--engine=my torch --device=cpu")).containsExactly("train", "sweep", "final");
  }

  @Test
  void study_noGpu_estimatesFirst() {
    assertThat(study("-n", "7", "--seed=3", "--meter=none")).isZero();

    assertThat(steps.get(0)).isEqualTo("doctor --estimate -n=7 --seed=3");
    assertThat(err.toString())
        .startsWith(
            "No NVIDIA GPU found: the study will train on the CPU. Estimating how long the study "
                + "would take on the CPU …\n\n== Estimate\nContinuing; press Ctrl-C");
    assertThat(steps).hasSize(6);
  }

  @Test
  void study_gpu_startsAtOnceWithAHundredAndFiftyEpochs() {
    host = host.gpu("8.0");

    assertThat(study()).isZero();

    assertThat(steps)
        .containsExactly(
            "train --baseline --runs=@/runs",
            "sweep -n=100 --runs=@/runs",
            "analyze --runs=@/runs",
            "final --epochs=50 --runs=@/runs",
            "report --runs=@/runs");
  }

  @Test
  void study_deviceCpuBesideAGpu_estimatesFirst() {
    host = host.gpu("8.0");

    study("--device", "cpu");

    assertThat(steps.get(0)).startsWith("doctor --estimate -n=100 ").contains("--device=cpu");
    assertThat(err.toString()).startsWith("Estimating how long");
  }

  @Test
  void study_estimateFails_continues() {
    codes.put("doctor", 1);

    assertThat(study()).isZero();

    assertThat(err.toString()).contains("The estimate failed; continuing without it.\n");
    assertThat(steps).hasSize(6);
  }

  @Test
  void study_badValue_endsBeforeAnyStep() {
    assertThat(study("--quick", "--country", "Xyz")).isEqualTo(2);
    assertThat(study("-n", "0")).isEqualTo(2);
    assertThat(study("--quick", "--country=DE", "--grid-intensity=344")).isEqualTo(2);
    assertThat(study("--quick", "--device", "gpu")).isEqualTo(2);

    assertThat(steps).isEmpty();
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void study_someRunsFailed_finishesAndReturns3() {
    codes.put("sweep", 3);

    assertThat(study("--quick")).isEqualTo(3);
    assertThat(steps).hasSize(5);
  }

  @Test
  void study_sweepFails_endsWithItsCode() {
    codes.put("sweep", 1);

    assertThat(study("--quick")).isEqualTo(1);
    assertThat(steps).hasSize(2);
  }

  @Test
  void study_baselineFails_continuesAndReturns3() {
    codes.put("train", 1);

    assertThat(study("--quick")).isEqualTo(3);
    assertThat(steps).hasSize(5);
    assertThat(err.toString()).contains("The baseline failed; the sweep continues without it.\n");
  }

  @Test
  void study_baselineStopped_continuesAndReturns0() {
    codes.put("train", 1);
    left.put("train", "state: stopped\npurpose: baseline\n");

    assertThat(study("--quick")).isZero();
    assertThat(err.toString())
        .contains("The baseline was stopped early, see above; the study continues without it.\n");
  }

  @Test
  void study_finalRunStopped_saysSoAndStillWritesTheReport() {
    codes.put("final", 1);
    left.put("final", "state: stopped\npurpose: final\n");

    assertThat(study("--quick")).isEqualTo(1);
    assertThat(steps.get(4)).startsWith("report");
    assertThat(err.toString())
        .contains("The final run was stopped early, see above; the report does not include it.\n");
  }

  @Test
  void study_baselineRefused_endsAndLeavesNothing() {
    codes.put("train", 2);

    assertThat(study("--quick")).isEqualTo(2);
    assertThat(steps).hasSize(1);
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void study_analysisImpossible_endsWithItsCode() {
    codes.put("analyze", 2);

    assertThat(study("--quick")).isEqualTo(2);
    assertThat(steps).hasSize(3);
  }

  @Test
  void study_interrupted_endsAtOnce() {
    codes.put("sweep", 130);

    assertThat(study("--quick")).isEqualTo(130);
    assertThat(steps).hasSize(2);
    assertThat(err.toString()).doesNotContain("resume");
  }

  @Test
  void study_runsFolderInUse_saysHowToContinue() {
    status("001", "state: completed\npurpose: baseline\n");

    assertThat(study("--quick")).isEqualTo(2);
    assertThat(steps).isEmpty();
    assertThat(err.toString().replace(folder.toString(), "@"))
        .contains(
            "@/runs already holds runs; resume them with --resume, or choose another folder with "
                + "--runs DIR");
  }

  @Test
  void resume_interruptedBaseline_continuesIt() {
    status("001", "state: interrupted\npurpose: baseline\n");

    study("--quick", "--resume", "--checkpoint-every=2");

    assertThat(steps.get(0)).isEqualTo("train @/runs/001 --checkpoint-every=2");
    assertThat(steps.get(1)).startsWith("sweep -n=4 --runs=@/runs");
  }

  @Test
  void resume_crashedBaselineThatMayBeRetried_continuesIt() {
    status("001", "state: failed\npurpose: baseline\nretry_on_resume: true\n");
    study("--quick", "--resume");
    assertThat(steps.get(0)).isEqualTo("train @/runs/001");

    steps.clear();
    status("001", "state: failed\npurpose: baseline\n");
    study("--quick", "--resume");
    assertThat(steps.get(0)).startsWith("sweep -n=4 ");
  }

  @Test
  void resume_interruptedFinalRun_continuesIt() {
    status("001", "state: completed\npurpose: baseline\n");
    status("005", "state: running\npurpose: final\n");
    codes.put("train", 1);

    assertThat(study("--quick", "--resume")).isEqualTo(1);

    assertThat(steps).contains("train @/runs/005").noneMatch(step -> step.startsWith("final"));
  }

  @Test
  void resume_afterAStart_usesItsOptions() {
    codes.put("train", 130);
    study("--quick", "--meter", "estimate:65W", "--set=lr=0.1");
    codes.clear();
    steps.clear();

    assertThat(study("--resume")).isZero();

    assertThat(steps.get(0)).startsWith("train --baseline ").contains("--meter=estimate:65W");
    assertThat(steps.get(1))
        .startsWith("sweep -n=4 ")
        .contains("--set=model=resnet20 --set=lr=0.1");
  }

  @Test
  void resume_optionsGivenAgain_replaceThoseOfTheStart() {
    codes.put("train", 130);
    study("--quick", "--meter", "rapl", "--country", "DE");
    codes.put("train", 0);
    codes.put("sweep", 130);
    study("--resume", "--meter=none", "--grid-intensity", "344");
    codes.clear();
    steps.clear();

    study("--resume");

    assertThat(having("--meter=none")).containsExactly("train", "sweep", "final");
    assertThat(having("rapl")).isEmpty();
    assertThat(having("--grid-intensity=344")).containsExactly("analyze", "report");
    assertThat(having("--country")).isEmpty();
  }

  @Test
  void resume_unreadableOptions_saysWhatToDo() throws IOException {
    Files.createDirectories(folder.resolve("runs/study.args"));

    assertThat(study("--quick", "--resume")).isEqualTo(2);

    assertThat(steps).isEmpty();
    assertThat(err.toString())
        .contains("study.args: cannot read the options of the study (")
        .contains("); make the file readable, or delete it and pass the options again");
  }

  @Test
  void resume_nothingThere_startsWithItsOwnOptions() {
    study("--quick", "--resume");

    assertThat(steps.get(0)).startsWith("train --baseline ");
  }

  @Test
  void resume_sweepThatBegan_isExtendedOnlyByMore() throws IOException {
    begin("-n", "20");

    study("--resume");
    assertThat(steps.get(0)).isEqualTo("sweep --resume --runs=@/runs");
    assertThat(err.toString()).contains("== Sweep of 20 configurations\n");

    steps.clear();
    study("--resume", "-n", "50");
    assertThat(steps.get(0)).isEqualTo("sweep --resume -n=50 --runs=@/runs");
    assertThat(err.toString()).contains("== Sweep of 50 configurations\n");

    steps.clear();
    study("--resume");
    assertThat(steps.get(0)).isEqualTo("sweep --resume -n=50 --runs=@/runs");
  }

  @Test
  void resume_searchOfTheStart_isNotRepeatedToTheSweep() throws IOException {
    begin("--set=lr=0.1", "--limit=9");

    study("--resume", "--retries=2");

    assertThat(steps.get(0)).isEqualTo("sweep --resume --runs=@/runs --retries=2");
  }

  @Test
  void resume_anotherSearch_isRefusedBeforeAnyStep() throws IOException {
    begin();

    assertThat(study("--resume", "--limit=50")).isEqualTo(2);

    assertThat(steps).isEmpty();
    assertThat(err.toString().replace(folder.toString(), "@"))
        .endsWith(
            "greenscreen: --limit: found all images in @/runs/sweep.yaml, given 50\n"
                + "greenscreen: a sweep is resumed with the search that it started with; remove"
                + " what differs, or start another sweep in a folder of its own with --runs DIR\n");
    assertThat(folder.resolve("runs/study.args")).content().doesNotContain("--limit");
  }

  @Test
  void resume_fewerThanChosen_isRefusedAndNotKept() throws IOException {
    begin();

    assertThat(study("--resume", "-n=1")).isEqualTo(2);

    assertThat(err.toString()).contains("-n: found 1, but the sweep has chosen 2 configurations");
    assertThat(folder.resolve("runs/study.args")).content().doesNotContain("-n=1");
  }

  @Test
  void resume_baselineOfAnotherSearch_isRefused() {
    status("001", "state: completed\npurpose: baseline\nlimit: 100\n");

    assertThat(study("--resume", "--set", "lr=0.2")).isEqualTo(2);
    assertThat(study("--resume", "--limit", "50")).isEqualTo(2);

    String advice =
        "; remove the option, or start another study in a folder of its own with --runs DIR\n";
    assertThat(err.toString().replace(folder.toString(), "@"))
        .isEqualTo(
            "greenscreen: the baseline, run 001 in @/runs, was planned with lr 0.1, given 0.2"
                + advice
                + "greenscreen: the baseline, run 001 in @/runs, was planned with limit 100, given"
                + " 50"
                + advice);
    assertThat(steps).isEmpty();
  }

  @Test
  void resume_quickOfAStudyThatWasNot_isRefused() throws IOException {
    begin();

    assertThat(study("--resume", "--quick")).isEqualTo(2);

    assertThat(err.toString().replace(folder.toString(), "@"))
        .endsWith(
            "greenscreen: --quick: the study was started without it, see @/runs/study.args; "
                + "remove it\n");
  }

  @Test
  void resume_finalEpochsOfAnUnfinishedFinalRun_areRefused() throws IOException {
    status("001", "state: completed\npurpose: baseline\n");
    status("005", "state: interrupted\npurpose: final\n");
    Files.writeString(
        folder.resolve("runs/005/parameters.yaml"), "lr: 0.1\nepochs: 50\nseed: 22\n");

    assertThat(study("--resume", "--final-epochs", "20")).isEqualTo(2);

    assertThat(err.toString().replace(folder.toString(), "@"))
        .isEqualTo(
            "greenscreen: --final-epochs: the final run, run 005 in @/runs, is unfinished and was "
                + "planned with 50 epochs, given 20; remove the option to complete it, or move its "
                + "folder away\n");
  }

  @Test
  void retryFailed_resumedStudy_retriesEveryFailedRunOnce() throws IOException {
    begin();
    status("001", "state: failed\npurpose: baseline\n");

    study("--resume", "--retry-failed");

    assertThat(steps.get(0)).isEqualTo("train @/runs/001");
    assertThat(steps.get(1)).isEqualTo("sweep --resume --runs=@/runs --retry-failed");
    assertThat(folder.resolve("runs/study.args")).content().doesNotContain("retry-failed");
  }

  @Test
  void retryFailed_newStudy_isRefused() {
    assertThat(study("--quick", "--retry-failed")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "greenscreen: --retry-failed applies to runs that exist already; add --resume\n");
  }

  /** Leave a study whose baseline has completed, and whose sweep of 20 has chosen two. */
  private void begin(String... options) throws IOException {
    host = host.gpu("8.0");
    codes.put("sweep", 130);
    study(options);
    codes.clear();
    steps.clear();
    err.getBuffer().setLength(0);
    status("001", "state: completed\npurpose: baseline\n");
    Files.writeString(
        folder.resolve("runs/sweep.yaml"),
        """
        method: random
        seed: 22
        asked: 20
        configurations:
          1:
            lr: 0.1
          2:
            lr: 0.2
        """);
    Files.writeString(
        folder.resolve("runs/sweep-config.yaml"),
        "method: random\nparameters:\n  lr: {values: [0.1, 0.2]}\n");
  }

  /** Return the names of the steps whose command line contains {@code words}. */
  private List<String> having(String words) {
    return steps.stream()
        .filter(step -> step.contains(words))
        .map(step -> step.split(" ", 2)[0])
        .toList();
  }

  private void status(String run, String text) {
    try {
      Path path = Files.createDirectories(folder.resolve("runs").resolve(run));
      Files.writeString(path.resolve("status.yaml"), text);
      Files.writeString(path.resolve("parameters.yaml"), "lr: 0.1\nseed: 22\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int study(String... options) {
    ExceptionHandler failures = new ExceptionHandler();
    CommandLine commandLine =
        new CommandLine(new Root())
            .addSubcommand(new StudyCommand())
            .addSubcommand(new DoctorCommand())
            .addSubcommand(new TrainCommand())
            .addSubcommand(new SweepCommand())
            .addSubcommand(new AnalyzeCommand())
            .addSubcommand(new FinalCommand())
            .addSubcommand(new ReportCommand());
    commandLine
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err, true));
    List<String> words = new ArrayList<>(List.of("study", "--runs=" + folder.resolve("runs")));
    words.addAll(List.of(options));
    return commandLine.execute(words.toArray(String[]::new));
  }
}
