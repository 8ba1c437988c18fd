package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The study script, with a greenscreen that writes down how it was called and returns the code that
 * a variable asks for, such as {@code CODE_sweep=3}.
 */
final class StudyScriptTest {
  @TempDir private Path temporary;
  private Path project;
  private Path work;
  private Path tools;
  private Path distribution;

  @BeforeEach
  void checkOut() throws IOException {
    project = temporary.toRealPath().resolve("a project");
    work = Files.createDirectories(temporary.resolve("work"));
    tools = Files.createDirectories(temporary.resolve("tools"));
    distribution = project.resolve("target/greenscreen/bin/greenscreen");
    Files.createDirectories(project.resolve("src"));
    Files.writeString(project.resolve("pom.xml"), "");
    Files.writeString(project.resolve("config.yaml"), "");
    Files.copy(
        Path.of("greenscreen.sh"),
        project.resolve("greenscreen.sh"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Shell.script(distribution, "echo \"$@\"", "eval \"code=\\${CODE_$1:-0}\"", "exit \"$code\"");
    Files.writeString(project.resolve("target/greenscreen.tar.gz"), "");
  }

  @Test
  void quick_freshCheckout_runsEveryStepSmall() throws Exception {
    Outcome outcome = study(Map.of(), "--quick");

    String config = project.resolve("config.yaml").toString();
    String small =
        "--runs runs --limit 2000 --config "
            + config
            + " --set model=resnet20 --epochs 6 --dataset shapes";
    assertThat(outcome.out().lines())
        .containsExactly(
            "train --baseline " + small,
            "sweep -n 4 " + small,
            "analyze --runs runs --report report",
            "final --epochs 10 --runs runs --limit 2000 --report report",
            "report --runs runs --report report");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void study_faultOptions_reachTheStepsThatTrain() throws Exception {
    Outcome outcome =
        study(
            Map.of(),
            "--quick",
            "--parallel",
            "2",
            "--retries=1",
            "--max-failures",
            "none",
            "--on-nan",
            "continue");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines().toList())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("sweep -n 4 ")
                    .endsWith(" --parallel=2 --retries=1 --max-failures=none --on-nan=continue"))
        .anySatisfy(
            line -> assertThat(line).startsWith("train --baseline ").endsWith(" --on-nan=continue"))
        .anySatisfy(line -> assertThat(line).startsWith("final ").endsWith(" --on-nan=continue"));
  }

  @Test
  void study_engineOptions_reachTheStepsThatTrain() throws Exception {
    Outcome outcome = study(Map.of(), "--quick", "--engine", "my torch", "--device=cpu");

    assertThat(outcome.out().lines())
        .filteredOn(line -> line.contains(" --engine my torch --device cpu"))
        .extracting(line -> line.substring(0, 5))
        .containsExactly("train", "sweep", "final");
  }

  @Test
  void study_deviceCpu_measuresFirstAlthoughAGpuAnswers() throws Exception {
    Shell.script(tools.resolve("nvidia-smi"), "echo 'GPU 0: NVIDIA H100 (UUID: GPU-1)'");

    Outcome outcome = study(Map.of(), "--device", "cpu");

    assertThat(outcome.out()).startsWith("doctor --estimate --runs runs --device cpu --config");
    assertThat(outcome.err()).startsWith("Estimating how long the study would take on the CPU …\n");
  }

  @Test
  void study_unknownDevice_endsBeforeAnythingRuns() throws Exception {
    Outcome outcome = study(Map.of("CODE_sweep", "2"), "--quick", "--device", "gpu");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void study_valuesThatAShellWouldRun_arriveAsTheyAre() throws Exception {
    Shell.script(distribution, "printf '[%s]' \"$@\"", "echo");
    String value = "lr=$(touch x);`touch x` 'a' \"b\" * | > y";
    String folder = "-my runs; touch x";

    Outcome outcome =
        study(Map.of(), "--quick", "--set", value, "--runs=" + folder, "--report", value);

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("[sweep]", "[" + value + "]", "[" + folder + "]")
        .doesNotContain("[lr=]");
    assertThat(work.resolve("x")).doesNotExist();
    assertThat(work.resolve("y")).doesNotExist();
    Outcome resumed = study(Map.of(), "--resume", "--runs=" + folder);
    assertThat(resumed.out()).contains("[" + value + "]", "[" + folder + "]");
    assertThat(work.resolve("x")).doesNotExist();
  }

  @Test
  void study_noGpu_measuresFirstThenRunsAll() throws Exception {
    Outcome outcome = study(Map.of(), "-n", "7", "--data", "my", "--seed=3", "--runs", "r");

    String config = project.resolve("config.yaml").toString();
    String options = "--runs r --data my --config " + config + " --seed 3";
    assertThat(outcome.out().lines())
        .containsExactly(
            "doctor --estimate " + options + " -n 7",
            "train --baseline " + options,
            "sweep -n 7 " + options,
            "analyze --runs r --report report",
            "final --epochs 50 --runs r --data my --report report",
            "report --runs r --report report");
    assertThat(outcome.err()).startsWith("No NVIDIA GPU found");
  }

  @Test
  void quick_countryAndPue_reachAnalysisAndReport() throws Exception {
    Outcome outcome = study(Map.of(), "--quick", "--country=de", "--pue", "1.2");

    assertThat(outcome.out())
        .contains("\nanalyze --runs runs --report report --country de --pue 1.2\n")
        .endsWith("\nreport --runs runs --report report --country de --pue 1.2\n")
        .startsWith("train --baseline --runs");
  }

  @Test
  void quick_countryThatIsNone_endsBeforeAnythingRuns() throws Exception {
    Outcome outcome = study(Map.of("CODE_analyze", "2"), "--quick", "--country", "Xyz");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void quick_countryAndGridIntensity_areRefused() throws Exception {
    Outcome outcome = study(Map.of(), "--quick", "--country", "DE", "--grid-intensity", "344");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith(
            "greenscreen.sh: --country and --grid-intensity are mutually exclusive; remove one of"
                + " them\n");
  }

  @Test
  void study_withAMeter_handsItToEveryTraining() throws Exception {
    Outcome outcome =
        study(Map.of(), "--quick", "--meter", "rapl+estimate:5W", "--meter-period=0.5");

    String meter = " --meter rapl+estimate:5W --meter-period 0.5";
    assertThat(outcome.out().lines())
        .filteredOn(line -> line.contains(meter))
        .extracting(line -> line.substring(0, 5))
        .containsExactly("train", "sweep", "final");
  }

  @Test
  void study_gpuAnswers_startsAtOnceWithAHundred() throws Exception {
    Shell.script(tools.resolve("nvidia-smi"), "echo 'GPU 0: NVIDIA H100 (UUID: GPU-1)'");

    Outcome outcome = study(Map.of());

    assertThat(outcome.out()).startsWith("train --baseline").contains("\nsweep -n 100 ");
  }

  @Test
  void quick_someRunsFailed_finishesAndReturns3() throws Exception {
    Outcome outcome = study(Map.of("CODE_sweep", "3"), "--quick");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out()).contains("report --runs");
  }

  @Test
  void quick_baselineFailed_goesOnAndReturns3() throws Exception {
    Outcome outcome = study(Map.of("CODE_train", "1"), "--quick");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out()).contains("sweep -n 4").contains("report --runs");
  }

  @Test
  void quick_baselineStopped_goesOnAndReturns0() throws Exception {
    leave("state: stopped", "purpose: baseline");

    Outcome outcome = study(Map.of("CODE_train", "1"), "--quick");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("sweep -n 4").contains("report --runs");
    assertThat(outcome.err())
        .contains("The baseline was stopped early, see above; the study continues without it.");
  }

  @Test
  void quick_finalRunStopped_saysSoAndStillWritesTheReport() throws Exception {
    leave("state: stopped", "purpose: final");

    Outcome outcome = study(Map.of("CODE_final", "1"), "--quick");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).contains("report --runs");
    assertThat(outcome.err())
        .contains("The final run was stopped early, see above; the report does not include it.");
  }

  @Test
  void quick_badUsage_endsBeforeTheSweep() throws Exception {
    Outcome outcome = study(Map.of("CODE_train", "2"), "--quick");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).doesNotContain("sweep");
  }

  @Test
  void quick_analysisImpossible_endsWithItsCode() throws Exception {
    Outcome outcome = study(Map.of("CODE_analyze", "2"), "--quick");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).doesNotContain("final");
  }

  @Test
  void quick_finalRunFailed_stillWritesTheReport() throws Exception {
    Outcome outcome = study(Map.of("CODE_final", "1"), "--quick");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).contains("report --runs");
  }

  @Test
  void quick_interrupted_endsAtOnce() throws Exception {
    Outcome outcome = study(Map.of("CODE_sweep", "130"), "--quick");

    assertThat(outcome.code()).isEqualTo(130);
    assertThat(outcome.out()).doesNotContain("analyze");
    assertThat(outcome.err()).endsWith("greenscreen.sh: interrupted; resume with --resume.\n");
  }

  @Test
  void quick_runsFolderInUse_saysHowToGoOn() throws Exception {
    Files.createDirectories(work.resolve("runs/001"));

    Outcome outcome = study(Map.of(), "--quick");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen.sh: runs already holds runs; resume them with --resume, or choose another"
                + " folder with --runs DIR.\n");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void resume_interruptedBaseline_goesOnWithIt() throws Exception {
    Path run = Files.createDirectories(work.resolve("runs/001"));
    Files.writeString(run.resolve("status.yaml"), "state: interrupted\npurpose: baseline\n");

    Outcome outcome = study(Map.of(), "--quick", "--resume", "--checkpoint-every=2");

    assertThat(outcome.out())
        .startsWith("train runs/001 --checkpoint-every 2\nsweep -n 4 --runs runs")
        .doesNotContain("--baseline");
  }

  @Test
  void resume_interruptedFinalRun_goesOnWithIt() throws Exception {
    for (String purpose : List.of("baseline", "final")) {
      Path run = Files.createDirectories(work.resolve("runs/00" + purpose.length()));
      String state = purpose.equals("final") ? "running" : "completed";
      Files.writeString(
          run.resolve("status.yaml"), "state: %s\npurpose: %s\n".formatted(state, purpose));
    }

    Outcome outcome = study(Map.of("CODE_train", "1"), "--quick", "--resume");

    assertThat(outcome.out())
        .contains("\ntrain runs/005\nreport --runs runs")
        .doesNotContain("final --epochs");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void resume_baselineThatCrashed_goesOnWithIt() throws Exception {
    Files.createDirectories(work.resolve("runs/001"));
    Path status = work.resolve("runs/001/status.yaml");
    Files.writeString(status, "state: failed\npurpose: baseline\nretry_on_resume: true\n");

    assertThat(study(Map.of(), "--quick", "--resume").out()).startsWith("train runs/001\n");

    Files.writeString(status, "state: failed\npurpose: baseline\n");

    assertThat(study(Map.of(), "--quick", "--resume").out()).startsWith("sweep -n 4 ");
  }

  @Test
  void quickResume_baselineIsThere_finishesTheSweep() throws Exception {
    Files.createDirectories(work.resolve("runs/001"));
    Files.writeString(work.resolve("runs/001/status.yaml"), "purpose: baseline\n");
    Files.writeString(work.resolve("runs/sweep.yaml"), "");

    Outcome outcome = study(Map.of(), "--quick", "--resume");

    assertThat(outcome.out()).startsWith("sweep -n 4 --resume --runs runs");
  }

  @Test
  void resume_afterAStart_takesUpItsOptions() throws Exception {
    study(Map.of("CODE_train", "130"), "--quick", "--meter", "estimate:65W", "--set=lr=0.1 0.2");

    Outcome outcome = study(Map.of(), "--resume");

    assertThat(outcome.out())
        .startsWith("train --baseline --runs runs --limit 2000 --meter estimate:65W --config")
        .contains(" --set model=resnet20 --set lr=0.1 0.2 --epochs 6 --dataset shapes\nsweep -n 4");
  }

  @Test
  void resume_optionsGivenAnew_replaceThoseOfTheStart() throws Exception {
    study(Map.of("CODE_train", "130"), "--quick", "--meter", "rapl", "--country", "DE");

    Outcome outcome =
        study(Map.of("CODE_sweep", "130"), "--resume", "--meter=none", "--grid-intensity", "344");
    Outcome again = study(Map.of(), "--resume");

    assertThat(outcome.out()).contains(" --meter none ").doesNotContain("rapl");
    assertThat(again.out())
        .contains(" --meter none ")
        .contains("\nanalyze --runs runs --report report --grid-intensity 344\n");
  }

  @Test
  void resume_withoutAStart_goesByItsOwnOptions() throws Exception {
    assertThat(study(Map.of(), "--quick", "--resume").out()).startsWith("train --baseline");
  }

  @Test
  void quick_badUsage_leavesNoOptionsBehind() throws Exception {
    study(Map.of("CODE_train", "2"), "--quick");

    assertThat(work.resolve("runs")).doesNotExist();
  }

  @Test
  void quick_sourcesAreNewer_buildsFirst() throws Exception {
    Files.setLastModifiedTime(
        project.resolve("target/greenscreen.tar.gz"),
        java.nio.file.attribute.FileTime.fromMillis(0));
    Shell.script(tools.resolve("mvn"), "echo \"mvn $* in $PWD\" >&2");

    Outcome outcome = study(Map.of(), "--quick");

    assertThat(outcome.err())
        .startsWith(
            "Building greenscreen with Maven …\nmvn -q -B -DskipTests package in "
                + project
                + "\n");
    assertThat(outcome.out()).startsWith("train");
  }

  @Test
  void quick_buildFails_endsWithoutASweep() throws Exception {
    Files.delete(distribution);
    Shell.script(tools.resolve("mvn"), "exit 1");

    Outcome outcome = study(Map.of(), "--quick");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).endsWith("greenscreen.sh: the build failed, see above.\n");
  }

  @Test
  void study_unknownOption_isRefused() throws Exception {
    Outcome outcome = study(Map.of(), "--quik");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("greenscreen.sh: unknown option: --quik\nTry './greenscreen.sh --help'.\n");
  }

  @Test
  void study_zeroConfigurations_isRefusedBeforeAnythingRuns() throws Exception {
    Outcome outcome = study(Map.of(), "-n", "0");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("greenscreen.sh: -n is \"0\"; expected a whole number above 0\n");
  }

  @Test
  void study_optionWithoutValue_isRefused() throws Exception {
    assertThat(study(Map.of(), "--runs").err())
        .startsWith("greenscreen.sh: option --runs needs a value\n");
  }

  /** Let every command leave a run folder with this status. */
  private void leave(String... status) throws IOException {
    String file = "runs/001/status.yaml";
    Shell.script(
        distribution,
        "echo \"$@\"",
        "mkdir -p runs/001",
        "printf '%s\\n' '" + String.join("' '", status) + "' > " + file,
        "eval \"code=\\${CODE_$1:-0}\"",
        "exit \"$code\"");
    Files.writeString(project.resolve("target/greenscreen.tar.gz"), "");
  }

  private Outcome study(Map<String, String> environment, String... arguments) throws Exception {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PATH", tools + ":/usr/bin:/bin");
    List<String> command = new ArrayList<>(List.of(project.resolve("greenscreen.sh").toString()));
    command.addAll(List.of(arguments));
    return Shell.run(work, all, command);
  }
}
