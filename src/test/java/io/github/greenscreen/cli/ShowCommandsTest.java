package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.FakeNvidiaSmi;
import io.github.greenscreen.Golden;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.engine.EngineException;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.engine.EngineSelfTest;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that only show: {@code runs}, {@code runs show}, {@code space}, {@code doctor}. */
final class ShowCommandsTest {
  private static final double NONE = Double.NaN;

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void runs_measuredAndFailed_areATable() {
    makeRuns();

    Golden.check(ShowCommandsTest.class, "runs.txt", cli.run("runs --runs @/runs").out());
  }

  @Test
  void runsShow_measuredRun_tellsEverything() {
    makeRuns();

    Outcome outcome = cli.run("runs show 1 --runs @/runs");

    Golden.check(ShowCommandsTest.class, "runs-show.txt", outcome.out());
    assertThat(outcome.code()).isZero();
  }

  @Test
  void runsShow_classes_areATableBelowTheScores() {
    makeRuns();
    know(
        Map.of(
            "val_f1", "0.5125",
            "val_top5", "0.875",
            "val_ece", "0.0625",
            "test_top5", "0.75",
            "test_ece", "0.125"));
    RunFolder run = new RunStore(cli.path("runs")).find("1").orElseThrow();
    ConfusionTable table = ConfusionTable.of(List.of("cat", "dog"), 95, 5, 100, 0);
    run.writeConfusion(EvaluatedSplit.VALIDATION, table);
    run.writeConfusion(EvaluatedSplit.TEST, ConfusionTable.of(table.classes(), 9, 0, 9, 0));

    String shown = cli.run("runs show 1 --runs @/runs").out();

    Golden.check(ShowCommandsTest.class, "runs-show-classes.txt", shown);
    assertThat(shown).doesNotContain("val_f1", "test_ece");
  }

  @Test
  void runsShow_confusionMatrixThatIsDamaged_isReported() throws IOException {
    makeRuns();
    Files.writeString(cli.path("runs/001/confusion_test.csv"), "true_class,a\na,some\n");

    Outcome outcome = cli.run("runs show 1 --runs @/runs");

    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: @/runs/001/confusion_test.csv:2: a \"some\"; expected a whole"
                + " number\n");
  }

  @Test
  void runsShow_folderNamedBeforeShow_isUnderstood() {
    makeRuns();

    assertThat(cli.run("runs --runs @/runs show 002").out()).startsWith("run 002 in @/runs/002\n");
  }

  @Test
  void runsShow_unknownRun_isRefused() {
    makeRuns();

    Outcome outcome = cli.run("runs show 017 --runs @/runs");

    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: no run 017 in @/runs; 'greenscreen runs --runs @/runs' lists all "
                + "runs\n");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void runs_estimatedEnergy_isMarked() {
    makeRuns();
    know(Map.of("power_source", "estimated"));

    assertThat(cli.run("runs --runs @/runs").out().lines())
        .satisfiesExactly(
            head -> assertThat(head).contains("accuracy    energy  source     time  why"),
            rule -> assertThat(rule).startsWith("---"),
            first -> assertThat(first).contains("1.740 Wh  estimated  25 s"),
            second -> assertThat(second).contains("  N/A  N/A  "));
  }

  @Test
  void runsShow_estimatedEnergy_isMarkedWhereverItStands() {
    makeRuns();
    know(Map.of("power_source", "estimated", "idle_power_W", "100"));

    assertThat(cli.run("runs show 1 --runs @/runs").out())
        .containsPattern("\n  energy +1\\.740 Wh \\(estimated\\)\n")
        .containsPattern("\n  idle power +100\\.000 W \\(estimated\\)\n")
        .contains("energy (estimated)  power (estimated)  images/s\n");
  }

  @Test
  void runsShow_idlePowerIsKnown_tellsEachNumberOnceAndTheyAgree() {
    makeRuns();
    know(
        Map.of(
            "power_coverage_percent", "99.5",
            "energy_gross_Wh", "1.740000",
            "energy_net_Wh", "1.045556",
            "idle_power_W", "100"));

    String out = cli.run("runs show 1 --runs @/runs --country DE").out();

    // 25 s at 100 W are 0.694444 Wh.
    assertThat(out)
        .containsPattern("\n  energy +1\\.740 Wh\n")
        .containsPattern("\n  idle power +100\\.000 W\n")
        .containsPattern("\n  net energy +1\\.046 Wh\n")
        .containsPattern("\n  CO2e +0\\.585 g, at 336 gCO2e/kWh \\(Germany 2024, ")
        .containsPattern("\n  power coverage +99\\.5 %\n")
        .containsPattern("\n  time +25 s\n")
        .doesNotContain("energy_gross_Wh")
        .doesNotContain("idle_power_W");
  }

  @Test
  void runsShow_incompleteEnergy_keepsWhatWasMeasuredInTheFacts() {
    makeRuns();
    know(Map.of("energy_gross_Wh", "1.2", "energy_incomplete", "samples lost"));

    assertThat(cli.run("runs show 1 --runs @/runs").out())
        .containsPattern("\n  energy +N/A \\(incomplete: samples lost\\)\n")
        .containsPattern("\n  energy_gross_Wh +1\\.200000\n")
        .doesNotContain("CO2e");
  }

  @Test
  void space_choicesAndConstants_areATable() {
    Golden.check(
        ShowCommandsTest.class, "space.txt", cli.run("space --config @/config.yaml").out());
  }

  @Test
  void space_ofCifar100_hasNetworksOfAHundredClasses() {
    assertThat(
            cli.run("space --config @/config.yaml --dataset cifar100 --set model=resnet20").out())
        .containsPattern("resnet20 +275,572 ");
  }

  @Test
  void space_rangesAndRules_areShown() throws IOException {
    Files.writeString(
        folder.resolve("ranges.yaml"),
        """
        run_cap: 50
        parameters:
          optimizer:  {values: [SGD, Adam], probabilities: [0.25, 0.75]}
          lr:         {distribution: log_uniform_values, min: 1.0e-4, max: 0.1}
          batch_size: {distribution: q_log_uniform_values, min: 8, max: 256, q: 8}
          optimizer_momentum: {min: 0.5, max: 0.99, when: {optimizer: SGD}}
        forbid:
          - {optimizer: Adam, batch_size: {min: 128}}
        """);
    Golden.check(
        ShowCommandsTest.class, "space-ranges.txt", cli.run("space --config @/ranges.yaml").out());
  }

  @Test
  void sweep_gridOfARange_isRefusedWithASentence() throws IOException {
    Files.writeString(
        folder.resolve("grid.yaml"),
        "method: grid\nparameters: {lr: {min: 0.1, max: 0.2}, dataset: {value: shapes}}\n");
    Outcome outcome = cli.run("sweep --config @/grid.yaml --runs @/new");
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: method grid needs a list of values, but parameter lr has none "
                + "(uniform, min 0.1, max 0.2); give it values or a distribution with steps, or "
                + "use method random\n");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void space_shipped_hasAMillionConfigurations() {
    assertThat(cli.run("space --config config.yaml").out())
        .endsWith("1,048,576 configurations; method random, 100 per sweep unless -n is given\n");
  }

  @Test
  void space_constantsAlone_isOneConfiguration() throws IOException {
    Files.writeString(folder.resolve("one.yaml"), "parameters: {lr: {value: 0.1}}\n");
    assertThat(cli.run("space --config @/one.yaml").out())
        .endsWith("\n1 configuration; method random, 100 per sweep unless -n is given\n");
  }

  @Test
  void dataInfo_shapes_countsEveryClass() {
    assertThat(cli.run("data info shapes").out())
        .startsWith(
            "shapes: 4,000 training and 0 test images of 32x32 pixels in 10 classes, "
                + "generated by the program\n\nclass ")
        .hasLineCount(14);
  }

  @Test
  void dataVerify_shapes_isTheSameEverywhere() {
    Outcome outcome = cli.run("data verify shapes");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("shapes (generated)").contains(" 4,000  ");
  }

  @Test
  void dataFetch_shapes_isRefused() {
    Outcome outcome = cli.run("data fetch shapes");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("greenscreen: shapes is generated by the program: there is nothing to fetch\n");
  }

  @Test
  void doctor_allFound_returns0AndSaysWhatIsMissing() {
    Outcome outcome = cli.run("doctor --data @");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .containsPattern("\nok +device +a fake\nok +training +a small network was trained\n")
        .containsPattern("\n-- +power meter +none found\n")
        .containsPattern("\n-- +cifar10 +not found\n")
        .containsPattern("\nok +shapes +[\\d,]+ training images\n")
        .contains(
            "\n  cifar10: run 'greenscreen data fetch cifar10', or pass its folder with --data\n");
  }

  @Test
  void doctor_everyPrecision_isTestedWithTheNetworkOfAStudy() {
    assertThat(cli.run("doctor").out())
        .containsPattern("\nok +caches +(L1d .+|not reported)\n")
        .containsPattern("\nok +oneDNN +Intel AVX2\n")
        .containsPattern("\nok +resnet50 float16 +trains; 50\\.0 images/s in its self-test\n")
        .containsPattern("\nok +resnet50 float32 +trains; 50\\.0 images/s in its self-test\n")
        .containsPattern("\nok +resnet50 float64 +trains; 12\\.3 images/s in its self-test\n")
        .containsPattern("\nok +resnet50 bfloat16 +trains")
        .containsPattern("\nok +resnet50 global_policy_float16 +trains");
  }

  @Test
  void doctor_workaroundOrFault_isShown() {
    EngineSelfTest selfTest =
        how ->
            switch (how.precision()) {
              case FLOAT32 ->
                  new EngineSelfTest.Outcome(9, "", Optional.of("oneDNN switched off, because …"));
              case FLOAT64 -> new EngineSelfTest.Outcome(Double.NaN, "", Optional.empty());
              default -> throw new UnsupportedChoiceException("PyTorch cannot train resnet50 …");
            };

    Outcome outcome = cli.with(selfTest).run("doctor");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .containsPattern(
            "\n-- +resnet50 float32 +trains with a workaround: oneDNN switched off, because …\n")
        .containsPattern("\n-- +resnet50 float64 +could not be tested\n")
        .containsPattern("\n!! +resnet50 float16 +PyTorch cannot train resnet50 …\n")
        .doesNotContainPattern("\n.. +oneDNN ")
        .contains(
            "\n  resnet50 float32: no action needed: every training applies it "
                + "automatically, and status.yaml records it\n",
            "\n  resnet50 float64: run 'greenscreen doctor --verbose' for details\n",
            "\n  resnet50 float16: use another precision\n");
  }

  @Test
  void doctor_asJson_isOneObject() {
    String out = cli.run("doctor --format json").out();
    assertThat(out.lines()).hasSize(1);
    assertThat(out)
        .startsWith("{\"findings\":[{\"status\":\"ok\",\"subject\":\"greenscreen\",\"found\":\"")
        .contains(
            "{\"status\":\"ok\",\"subject\":\"resnet50 float64\",\"found\":\"trains; 12.3"
                + " images/s in its self-test\",\"advice\":\"\"}",
            "{\"status\":\"missing\",\"subject\":\"power meter\",\"found\":\"none found\",")
        .endsWith("}]}\n");
  }

  @Test
  void doctor_asJsonOfAnEstimate_isRefused() {
    assertThat(cli.run("doctor --estimate --format json").err())
        .isEqualTo(
            "greenscreen: --format applies to the machine check only; remove it, or remove "
                + "--precision, --estimate and --accept\n");
  }

  @Test
  void data_damagedFolder_isNotCalledMissing() throws IOException {
    Files.writeString(folder.resolve("data_batch_1.bin"), "short");

    Outcome outcome = cli.run("data --data @");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .containsPattern("\n-- +cifar10 +damaged +\\S+/batches.meta.txt: the file is missing")
        .containsPattern("\n-- +cifar100 +not found +run 'greenscreen data fetch cifar100'");
  }

  @Test
  void doctor_chosenMeters_areShownEach() {
    cli.with(FakeNvidiaSmi.install(folder, "exit 9"));

    Outcome outcome = cli.run("doctor --meter nvidia-smi+estimate:65W");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .containsPattern(
            "\nok +power meter +estimate \\(estimated\\), CPU \\(estimated\\) [\\d.]+ W\n")
        .containsPattern("\n-- +power meter +nvidia-smi reports no power\n")
        .contains(
            "\n  power meter: nvidia-smi: exit code 9; if the machine has an NVIDIA GPU, load its "
                + "driver with: sudo modprobe nvidia\n")
        .doesNotContain("none found");
  }

  @Test
  void doctor_noMeterChosen_showsAllThatAnswer() {
    cli.with(FakeNvidiaSmi.install(folder, "echo '117.68, 60, 15, 1024'"));

    assertThat(cli.run("doctor").out())
        .containsPattern(
            "\nok +power meter +nvidia-smi, GPU 0 117\\.7 W, power_field power\\.draw\n")
        .containsPattern(
            "\nok +power meter +auto, the default of train and sweep, reads nvidia-smi\n");
    assertThat(cli.meters())
        .extracting(MeterChoice::spelled)
        .contains("nvidia-smi", "rapl", "auto")
        .doesNotContain("none");
  }

  @Test
  void doctor_driverThatFails_isToldWithItsRemedy() {
    cli.with(FakeNvidiaSmi.install(folder, "echo Driver/library version mismatch; exit 18"));

    for (String command : List.of("doctor", "doctor --meter auto")) {
      assertThat(cli.run(command).out())
          .containsPattern("\n-- +power meter +nvidia-smi reports no power\n")
          .contains(
              "\n  power meter: nvidia-smi: exit code 18: Driver/library version mismatch; the "
                  + "driver was updated while it ran: restart the machine, or reload the driver\n")
          .doesNotContain("install the NVIDIA driver");
    }
  }

  @Test
  void doctor_unknownMeter_isCorrected() {
    Outcome outcome = cli.run("doctor --meter rappl");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("greenscreen: --meter: unknown meter \"rappl\"; expected auto,")
        .endsWith("(did you mean \"rapl\"?)\n");
  }

  @Test
  void doctor_meterOfAnEstimate_isRefused() {
    assertThat(cli.run("doctor --estimate --meter rapl").err())
        .isEqualTo(
            "greenscreen: --meter applies to the machine check only; remove it, or remove "
                + "--precision, --estimate and --accept\n");
  }

  @Test
  void doctor_engineIsBroken_returns1() {
    Trainer broken =
        (job, observer) -> {
          throw new IllegalStateException("no PyTorch here");
        };

    Outcome outcome = cli.with(broken).run("doctor");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .containsPattern("\n!! +training +no PyTorch here\n")
        .contains(
            "\n  training: run 'greenscreen doctor --verbose' for a stack trace, and 'greenscreen "
                + "engine info' to see which build is used\n");
  }

  @Test
  void doctor_librariesCannotBeLoaded_givesTheRemedyOfTheCause() {
    Trainer broken =
        (job, observer) -> {
          throw new EngineException(
              "PyTorch cannot be unpacked to /c: disk full",
              "set another folder with DJL_CACHE_DIR",
              new IOException("disk full"));
        };

    assertThat(cli.with(broken).run("doctor").out())
        .containsPattern("\n!! +training +PyTorch cannot be unpacked to /c: disk full\n")
        .contains("\n  training: set another folder with DJL_CACHE_DIR\n");
  }

  @Test
  void doctor_classPathHasNoEngine_pointsToTheLauncher() {
    Trainer broken =
        (job, observer) -> {
          throw new IllegalStateException("No deep learning engine found.");
        };

    assertThat(cli.with(broken).run("doctor").out())
        .contains(
            "\n  training: start greenscreen with bin/greenscreen, which puts PyTorch for the CPU "
                + "on the class path\n");
  }

  @Test
  void doctorEstimate_measuredSpeed_isMultipliedByTheStudy() {
    Outcome outcome =
        cli.run("doctor --estimate -n 3 --config @/config.yaml --limit 1000 --dataset shapes");

    // An epoch takes 800 training images at 100/s and 100 validation images at 200/s: 8.5 s.
    assertThat(outcome.out())
        .isEqualTo(
            "The study would take about 8 min 13 s on this machine: 1 min 08 s for 4 runs on 1,000"
                + " images, and 7 min 05 s for a final run of 50 epochs.\n");
    assertThat(outcome.err().lines()).allMatch(line -> line.startsWith("measured resnet20, "));
    assertThat(outcome.code()).isZero();
  }

  /** Let the first run know more facts. */
  private void know(Map<String, String> more) {
    RunFolder run = new RunStore(cli.path("runs")).find("1").orElseThrow();
    RunStatus status = run.readStatus();
    Map<String, String> facts = new HashMap<>(StatusEntries.of(status));
    facts.putAll(more);
    run.writeStatus(StatusEntries.with(status, facts));
  }

  private void makeRuns() {
    RunStore store = new RunStore(cli.path("runs"));
    RunPlan plan =
        new RunPlan(Configuration.of(Map.of("model", "resnet20")), 22, OptionalInt.of(2), "shapes");
    RunFolder measured =
        store.create(plan, RunStatus.waiting(RunPurpose.BASELINE, "/data", OptionalInt.of(100)));
    measured.appendEpoch(row("0", 2.25, 0.25));
    measured.appendEpoch(row("1", 1.5, 0.4125));
    measured.writeResult(
        plan,
        new RunResult(
            new NetworkSize(269_722, OptionalLong.of(83_431_424), OptionalLong.of(345_610)),
            0.4,
            0.3875));
    Instant start = Instant.parse("2026-11-22T10:00:00Z");
    measured.writeStatus(
        new RunStatus(
            RunState.COMPLETED,
            "",
            RunPurpose.BASELINE,
            Optional.of(start),
            Optional.of(start.plusSeconds(30)),
            "/data",
            OptionalInt.of(100),
            1,
            false,
            Optional.empty(),
            RunLimits.NONE,
            RunMeasurements.NONE,
            new RunEnvironment(Map.of("device", "NVIDIA H100")),
            Map.of("train", 20.25),
            Map.of("precision_effective", "bfloat16")));
    store.create(
        plan,
        RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty())
            .with(RunState.FAILED, "precision float16 comes later"));
  }

  private static EpochRow row(String epoch, double loss, double accuracy) {
    LocalDateTime time = LocalDateTime.of(2026, 11, 22, 10, 0);
    return new EpochRow(
        epoch,
        time,
        loss,
        accuracy,
        loss,
        accuracy,
        250.5,
        60,
        90,
        12.5,
        0.87,
        900,
        NONE,
        0.01,
        64,
        PowerSource.NONE);
  }
}
