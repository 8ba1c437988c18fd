package io.github.greenscreen.training;

import static io.github.greenscreen.training.RunFixture.CLOCK;
import static io.github.greenscreen.training.RunFixture.FACTS;
import static io.github.greenscreen.training.RunFixture.NOON;
import static io.github.greenscreen.training.RunFixture.RESULT;
import static io.github.greenscreen.training.RunFixture.START;
import static io.github.greenscreen.training.RunFixture.epoch;
import static io.github.greenscreen.training.RunFixture.images;
import static io.github.greenscreen.training.RunFixture.newRun;
import static io.github.greenscreen.training.RunFixture.preparation;
import static io.github.greenscreen.training.RunFixture.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.FakeNvidiaSmi;
import io.github.greenscreen.Golden;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.power.nvidia.NvidiaSmiMeter;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.evaluation.LayerSparsity;
import io.github.greenscreen.run.evaluation.SplitEvaluation;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.IdlePowers;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.model.TimedPhase;
import io.github.greenscreen.training.RunFixture.Ramp;
import io.github.greenscreen.training.RunFixture.RecordingObserver;
import io.github.greenscreen.training.engine.DivergedException;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TrainingRunTest {

  private final Locale locale = Locale.getDefault();
  private final RecordingObserver heard = new RecordingObserver();
  @TempDir private Path runs;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "de-DE", "tr-TR"})
  void train_withAMeter_writesTheGoldenFiles(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.of(60));
    RunStatus status = training(RunFixture::twoEpochs, new Ramp()).train(folder, heard);
    assertThat(StatusEntries.of(status)).isEqualTo(StatusEntries.of(folder.readStatus()));
    for (String name : List.of("parameters.yaml", "status.yaml", "logs.csv", "power.csv")) {
      Golden.check(TrainingRunTest.class, name, Files.readString(folder.path().resolve(name)));
    }
    assertThat(heard.events).containsExactly("begins 1234", "batch 0 0 2", "epoch 0", "epoch 1");
  }

  @Test
  void train_evaluatedInDetail_recordsMatricesScoresAndPhases() {
    ConfusionTable validation = ConfusionTable.of(List.of("cat", "dog"), 3, 1, 0, 4);
    ConfusionTable test = ConfusionTable.of(List.of("cat", "dog"), 2, 2, 1, 3);
    Trainer trainer =
        (job, observer) -> {
          TrainingResult plain = RunFixture.twoEpochs(job, observer);
          return new TrainingResult(
              plain.testAccuracy(),
              plain.testF1(),
              Map.of(TimedPhase.TEST, 2.0, TimedPhase.QUANTIZE, 0.5),
              Map.of(
                  EvaluatedSplit.VALIDATION, new SplitEvaluation(validation, Double.NaN, 0.125),
                  EvaluatedSplit.TEST, new SplitEvaluation(test, 0.75, 0.25)),
              observer.wantsStoredSize()
                  ? List.of(new LayerSparsity("fc.weight", 8, 2))
                  : List.of(),
              Map.of());
        };
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());

    RunStatus status = training(trainer, new NullMeter()).train(folder, heard);

    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(folder.readConfusion(EvaluatedSplit.VALIDATION)).contains(validation);
    assertThat(folder.readConfusion(EvaluatedSplit.TEST)).contains(test);
    assertThat(folder.path().resolve("sparsity.csv"))
        .hasContent("array,weights,zeros,sparsity\nfc.weight,8,2,0.250000\n");
    assertThat(folder.readStatus().environment().entries())
        .containsEntry("val_f1", "0.873016")
        .containsEntry("val_ece", "0.125000")
        .containsEntry("test_top5", "0.750000")
        .containsEntry("test_ece", "0.250000")
        .doesNotContainKey("val_top5");
    assertThat(folder.readStatus().seconds())
        .containsEntry("test", 2.0)
        .containsEntry("quantize", 0.5)
        .containsKeys("meter", "load", "prepare", "train", "validate")
        .doesNotContainKey("compile");
  }

  @Test
  void epochs_thatCompile_areAPhase() {
    Trainer trainer =
        (job, observer) -> {
          observer.trainingBegins(preparation());
          for (int epoch = 0; epoch < 2; epoch++) {
            observer.epochEnded(
                new EpochResult(epoch, 1, 0.5, 1, 0.5, 0.1, START, START + 10_000, 4, 1, 2.5, 36));
          }
          return RunFixture.RESULT;
        };
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());

    training(trainer, new NullMeter()).train(folder, heard);

    assertThat(folder.readStatus().seconds())
        .containsEntry("compile", 5.0)
        .containsEntry("train", 8.0)
        .containsEntry("validate", 2.0);
    assertThat(folder.readStatus().environment().entries()).doesNotContainKey("compile_seconds");
  }

  @Test
  void train_ofAFolderThatKnowsTheIdlePower_recordsNetEnergy() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    RunStatus waiting = folder.readStatus();
    folder.writeStatus(StatusEntries.with(waiting, Map.of("idle_power_W", "36")));
    RunEnergy energy =
        training(RunFixture::twoEpochs, new Ramp()).train(folder, heard).measurements().energy();
    // A ramp of 10 W/s over 20 s is 2,000 J; 36 W for 20 s are 720 J.
    assertThat(energy.grossWh()).isCloseTo(2000 / 3600.0, within(1e-6));
    assertThat(energy.netWh()).isCloseTo(1280 / 3600.0, within(1e-6));
    assertThat(energy.idlePowerW()).isEqualTo(36);
    assertThat(energy.isComplete()).isTrue();
  }

  @Test
  void train_withMetersOfSeveralDevices_keepsGpusAndCpusApartAndAddsTheEnergyOfAll() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    RunStatus status = training(RunFixture::twoEpochs, new Devices()).train(folder, heard);
    // 200 W + 50 W of GPUs, 60 W + 40 W of CPUs, 7 W of memory, for 10 s.
    EpochRow row = folder.readEpochs().get(1);
    assertThat(row.gpuPowerW()).isEqualTo(250);
    assertThat(row.cpuPowerW()).isEqualTo(100);
    assertThat(row.gpuUtilPercent()).isEqualTo(30);
    assertThat(row.energyWh()).isCloseTo(3570 / 3600.0, within(1e-6));
    assertThat(row.powerW()).isEqualTo(350);
    assertThat(folder.readEpochs().get(0).gpuPowerW()).isEqualTo(250);
    assertThat(folder.readEpochs().get(0).cpuPowerW()).isEqualTo(100);
    assertThat(status.measurements().energy().grossWh()).isCloseTo(7140 / 3600.0, within(1e-6));
    assertThat(StatusEntries.of(status))
        .containsEntry("power_trouble", "one; two; three; four; five; and 1 more");
  }

  @ParameterizedTest
  @CsvSource({"0,nvidia-smi,1.666667", "1,nvidia-smi,1.666667", "15,rapl,0.277778"})
  void train_whileABetterMeterBeginsToAnswer_countsOneOfThem(int from, String meter, String wh) {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    RunStatus status = everySecond(new Upgraded(from)).train(folder, heard);
    // 300 W or 50 W for 20 s.
    assertThat(StatusEntries.of(status))
        .containsEntry("meter", meter)
        .containsEntry("energy_gross_Wh", wh)
        .containsEntry("power_coverage_percent", "100.0")
        .containsEntry("power_peak_W", meter.equals("rapl") ? "50.00" : "300.00")
        .doesNotContainKey("energy_incomplete");
    assertThat(folder.readEpochs().get(1).energyWh())
        .isCloseTo((from == 15 ? 50 : 300) * 10 / 3600.0, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"rapl,", "nvml,1.277778", "nvidia-smi,1.277778"})
  void train_withTheIdlePowerOfOtherDevices_hasNoNetEnergy(String meter, String net) {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    IdlePowers idle = new IdlePowers(70, Double.NaN, meter);
    folder.writeStatus(
        folder.readStatus().withMeasurements(RunMeasurements.NONE.withIdle(Optional.of(idle))));
    RunStatus status = everySecond(new Upgraded(0)).train(folder, heard);
    assertThat(StatusEntries.of(status).get("energy_net_Wh")).isEqualTo(net);
    assertThat(StatusEntries.of(status))
        .containsEntry("idle_power_W", "70")
        .containsEntry("idle_power_meter", meter);
  }

  private static TrainingRun everySecond(PowerMeter meter) {
    return new TrainingRun(
        RunFixture::twoEpochs,
        meter,
        Duration.ofSeconds(1),
        (name, data, side) -> images(),
        CLOCK,
        FACTS);
  }

  /** Reads the processor with 50 W from the start, and a GPU with 300 W from some second on. */
  private static final class Upgraded implements PowerMeter {
    private final int from;
    private boolean isRead;

    Upgraded(int from) {
      this.from = from;
    }

    @Override
    public String name() {
      return "nvidia-smi";
    }

    @Override
    public String meterOf(String device) {
      return device.startsWith("GPU") ? "nvidia-smi" : "rapl";
    }

    @Override
    public List<PowerSample> read() {
      int last = isRead ? -1 : 20;
      isRead = true;
      return IntStream.rangeClosed(0, last)
          .boxed()
          .flatMap(
              s ->
                  s < from
                      ? Stream.of(sample("CPU 0", 50, s))
                      : Stream.of(sample("CPU 0", 50, s), sample("GPU 0", 300, s)))
          .toList();
    }

    private static PowerSample sample(String device, double watts, int second) {
      double none = Double.NaN;
      return new PowerSample(START + 1000L * second, device, watts, none, none, none);
    }
  }

  @Test
  void train_withAMeterThatBlocks_waitsForItInNoStep() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    CountDownLatch trained = new CountDownLatch(1);
    AtomicBoolean blocked = new AtomicBoolean();
    PowerMeter ramp = new Ramp();
    PowerMeter meter =
        new PowerMeter() {
          @Override
          public String name() {
            return "blocking";
          }

          @Override
          public List<PowerSample> read() {
            // The first reading answers, every other blocks until training has ended.
            if (blocked.getAndSet(true)) {
              awaitQuietly(trained);
            }
            return ramp.read();
          }
        };
    Trainer trainer =
        (job, listener) -> {
          TrainingResult result = RunFixture.twoEpochs(job, listener);
          for (int step = 0; step < 1000; step++) {
            listener.batchEnded(1, step, 1000);
          }
          trained.countDown();
          return result;
        };
    TrainingRun training =
        new TrainingRun(
            trainer, meter, Duration.ofMillis(1), (name, data, side) -> images(), CLOCK, FACTS);
    assertThat(training.train(folder, heard).state()).isEqualTo(RunState.COMPLETED);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Two GPUs, two processors and memory, all of steady power, and a lot to complain about. */
  private static final class Devices implements PowerMeter {
    private static final Map<String, Integer> WATTS =
        Map.of("GPU 0", 200, "GPU 1", 50, "CPU 0", 60, "CPU (estimated)", 40, "DRAM 0", 7);

    @Override
    public String name() {
      return "devices";
    }

    @Override
    public List<PowerSample> read() {
      return IntStream.rangeClosed(0, 20)
          .boxed()
          .flatMap(s -> WATTS.keySet().stream().map(device -> sample(device, s)))
          .toList();
    }

    private static PowerSample sample(String device, int second) {
      boolean gpu = device.startsWith("GPU");
      return new PowerSample(
          START + 1000L * second, device, WATTS.get(device), 40, gpu ? 30 : 90, gpu ? 5 : 9);
    }

    @Override
    public List<String> errorLog() {
      return List.of("one", "two", "three", "four", "five", "six");
    }
  }

  @Test
  void train_withAnEnergyCounter_countsByItAndRecordsBoth() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    RunStatus status = training(RunFixture::twoEpochs, new Ramp(1.08)).train(folder, heard);
    assertThat(StatusEntries.of(status))
        .containsEntry("energy_gross_Wh", "0.600000")
        .containsEntry("energy_trapezoids_Wh", "0.555556")
        .containsEntry("energy_counter_Wh", "0.600000")
        .containsEntry("energy_counter_ratio", "1.0800")
        .containsEntry("energy_source", "counter");
    assertThat(folder.readPower()).extracting(PowerSample::energyJ).containsOnly(Double.NaN);
    assertThat(folder.readEpochs().get(1).energyWh()).isCloseTo(500 / 3600.0, within(1e-6));
  }

  @Test
  void train_powerAboveItsLimit_isStoppedAndSaysWhy() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    RunStatus waiting = folder.readStatus();
    folder.writeStatus(
        waiting.withLimits(
            new RunLimits(OptionalDouble.of(99), OptionalDouble.empty(), false, "")));
    RunStatus status =
        new TrainingRun(
                TrainingRunTest::batches,
                new Steady(),
                Duration.ofMillis(1),
                (name, data, side) -> images(),
                CLOCK,
                FACTS)
            .train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.STOPPED);
    assertThat(status.reason())
        .isEqualTo("mean power over 5 s is 100.0 W, more than the 99 W of --max-power");
    assertThat(StatusEntries.of(status)).containsEntry("max_power_W", "99");
    assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "post");
  }

  private static TrainingResult batches(TrainingJob job, TrainingObserver listener) {
    listener.trainingBegins(preparation());
    for (int i = 0; i < 60_000; i++) {
      listener.batchEnded(0, i, 60_000);
      LockSupport.parkNanos(1_000_000);
    }
    throw new AssertionError("went on");
  }

  /** Gives 100 W, at moments a second apart whenever it is read. */
  private static final class Steady implements PowerMeter {
    private int second;

    @Override
    public String name() {
      return "steady";
    }

    @Override
    public List<PowerSample> read() {
      return List.of(new PowerSample(START + 1000L * second++, "GPU 0", 100, 50, 10, 512));
    }
  }

  @Test
  void train_givesTheEngineWhatTheFolderAsksFor() {
    List<TrainingJob> jobs = new ArrayList<>();
    Trainer trainer =
        (job, listener) -> {
          jobs.add(job);
          return RunFixture.twoEpochs(job, listener);
        };
    training(trainer, new NullMeter())
        .train(newRun(runs, RunPurpose.SWEEP, OptionalInt.of(60)), heard);
    training(trainer, new NullMeter())
        .train(newRun(runs, RunPurpose.FINAL, OptionalInt.empty()), heard);
    TrainingJob job = jobs.get(0);
    assertThat(job.epochs()).isEqualTo(2);
    assertThat(job.seed()).isEqualTo(22);
    assertThat(job.hyperparameters().optimizer().kind()).isEqualTo(OptimizerKind.SGD);
    assertThat(job.images().size()).isEqualTo(60);
    assertThat(job.split().training()).hasSize(36);
    assertThat(job.split().validation()).hasSize(12);
    assertThat(job.modelFolder()).isEmpty();
    assertThat(jobs.get(1).images().size()).isEqualTo(100);
    assertThat(jobs.get(1).modelFolder()).contains(runs.resolve("002/model"));
  }

  @ParameterizedTest
  @CsvSource({
    "SWEEP,, false, true",
    "FINAL,, true, true",
    "SINGLE,, true, true",
    "SWEEP, BEST, true, true",
    "SWEEP, ALL, true, true",
    "SWEEP, NONE, false, false",
    "FINAL, NONE, false, false",
    "PROFILE, NONE, false, false",
  })
  void train_givesTheEngineFilesForTheNetworksToSave(
      RunPurpose purpose, ModelSaving saving, boolean network, boolean quantized) {
    AtomicReference<TrainingJob> asked = new AtomicReference<>();
    Trainer trainer =
        (job, listener) -> {
          asked.set(job);
          return RunFixture.twoEpochs(job, listener);
        };
    RunFolder run = newRun(runs, purpose, OptionalInt.of(60));
    if (saving != null) {
      run.writeStatus(run.readStatus().withSaving(saving));
    }

    training(trainer, new NullMeter()).train(run, heard);

    Path model = runs.resolve("001/model");
    assertThat(asked.get().modelFolder()).isEqualTo(Optional.of(model).filter(any -> network));
    assertThat(asked.get().quantizedFile())
        .isEqualTo(Optional.of(model.resolve("int8.pt")).filter(any -> quantized));
  }

  @Test
  void train_studyFolderWithoutASeed_failsWithTheLineToAdd() throws IOException {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.of(60));
    RunPlan plan = folder.readPlan();
    folder.writePlan(
        new RunPlan(plan.configuration(), OptionalLong.empty(), plan.epochs(), plan.dataset()));
    Files.delete(folder.path().resolve("status.yaml"));

    RunStatus status = training(RunFixture::twoEpochs, new NullMeter()).train(folder, heard);

    assertThat(status.state()).isEqualTo(RunState.FAILED);
    assertThat(status.reason())
        .isEqualTo("parameters.yaml has no seed; expected a line such as seed: 22");
  }

  @Test
  void train_withoutAMeter_saysSoAndMeasuresNothing() throws IOException {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    RunStatus status = training(RunFixture::twoEpochs, new NullMeter()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(StatusEntries.of(status))
        .containsEntry("meter", "none")
        .doesNotContainKey("power_gaps");
    assertThat(folder.read().result())
        .contains(new RunResult(NetworkSize.ofParameters(1234), 0.5, 0.375));
    assertThat(folder.readPower()).isEmpty();
    assertThat(Files.readAllLines(folder.path().resolve("logs.csv")))
        .contains(
            "0,2026-01-31 12:00:00,2.500000,0.100000,nan,0.125000,N/A,N/A,N/A,10.000,N/A,N/A,N/A,"
                + "0.01,4.50,N/A",
            "post,2026-01-31 12:00:00,0.000000,0.000000,0.000000,0.000000,N/A,N/A,N/A,N/A,N/A,N/A,"
                + "N/A,N/A,N/A,N/A");
  }

  @Test
  void stop_whileTraining_endsTheRunAfterTheBatchAsInterrupted() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    AtomicReference<TrainingRun> self = new AtomicReference<>();
    Trainer trainer =
        (job, observer) -> {
          observer.trainingBegins(preparation());
          observer.epochEnded(epoch(0, START, START + 10_000, 2.5));
          self.get().stop();
          observer.batchEnded(1, 0, 2);
          throw new AssertionError("not stopped");
        };
    self.set(training(trainer, new NullMeter()));

    RunStatus status = self.get().train(folder, heard);

    assertThat(status.state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(status.reason()).isEqualTo("the process was asked to stop");
    assertThat(folder.readStatus()).isEqualTo(status);
    assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "0");
  }

  @Test
  void train_withAMeterThatNeverAnswers_recordsNone() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    PowerMeter broken = new NvidiaSmiMeter(Map.of("PATH", ""), Duration.ofSeconds(1));
    RunStatus status = training(RunFixture::twoEpochs, broken).train(folder, heard);
    assertThat(StatusEntries.of(status))
        .containsEntry("meter", "none")
        .doesNotContainKey("meter_period_s");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
  void train_withNvidiaSmi_measuresTheEpoch() {
    Map<String, String> environment = FakeNvidiaSmi.install(runs, "echo '117.68, 60, 15, 1024'");
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    Trainer trainer =
        (job, listener) -> {
          listener.trainingBegins(preparation());
          long start = System.currentTimeMillis();
          while (folder.readPower().size() < 4) {
            Thread.onSpinWait();
          }
          listener.epochEnded(epoch(0, start, System.currentTimeMillis(), 1.5));
          return RESULT;
        };
    RunStatus status =
        new TrainingRun(
                trainer,
                new NvidiaSmiMeter(environment, Duration.ofSeconds(1)),
                Duration.ofSeconds(1),
                (name, data, side) -> images(),
                CLOCK,
                FACTS)
            .train(folder, heard);
    assertThat(StatusEntries.of(status))
        .containsEntry("meter", "nvidia-smi")
        .containsEntry("meter_period_s", "1")
        .containsEntry("power_coverage_percent", "100.0")
        .containsEntry("power_gaps", "0");
    assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "0", "post");
    EpochRow row = folder.readEpochs().get(1);
    assertThat(row.energyWh()).isCloseTo(117.68 * row.epochSeconds() / 3600, within(1e-6));
    assertThat(folder.readEpochs())
        .allSatisfy(
            r -> {
              assertThat(r.gpuPowerW()).isEqualTo(117.68);
              assertThat(r.gpuTempC()).isEqualTo(60);
              assertThat(r.gpuUtilPercent()).isEqualTo(15);
              assertThat(r.gpuMemoryMiB()).isEqualTo(1024);
            });
  }

  @Test
  void train_withAFifthOfTheSamplesLost_marksTheEnergyAsIncomplete() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    PowerMeter ramp = new Ramp();
    PowerMeter lossy =
        new PowerMeter() {
          @Override
          public String name() {
            return "lossy";
          }

          @Override
          public List<PowerSample> read() {
            return ramp.read().stream().filter(s -> s.powerW() / 10 % 5 != 3).toList();
          }
        };
    RunStatus status =
        new TrainingRun(
                RunFixture::twoEpochs,
                lossy,
                Duration.ofSeconds(1),
                (name, data, side) -> images(),
                CLOCK,
                FACTS)
            .train(folder, heard);
    RunEnergy energy = status.measurements().energy();
    assertThat(energy.incomplete())
        .isEqualTo("power samples cover 80.0 % of the training time; at least 95 % is needed");
    assertThat(energy.grossWh()).isCloseTo(2000 / 3600.0, within(1e-6));
    assertThat(StatusEntries.of(folder.readStatus())).containsEntry("power_gaps", "0");
  }

  @Test
  void train_whileTraining_hasTheRunOnDiskAlready() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    Trainer trainer =
        (job, listener) -> {
          assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre");
          assertThat(folder.readStatus().state()).isEqualTo(RunState.RUNNING);
          assertThat(folder.readStatus().started()).contains(NOON);
          listener.trainingBegins(preparation());
          assertThat(StatusEntries.of(folder.readStatus())).containsEntry("device", "a fake");
          listener.epochEnded(epoch(0, START, START + 10_000, 2.5));
          assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "0");
          return RESULT;
        };
    assertThat(training(trainer, new Ramp()).train(folder, heard).state())
        .isEqualTo(RunState.COMPLETED);
  }

  @Test
  void train_ofADivergingRun_stopsItAndRecordsAll() throws IOException {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.of(60));
    RunStatus status = training(TrainingRunTest::diverge, new Ramp()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.STOPPED);
    assertThat(StatusEntries.of(status)).isEqualTo(StatusEntries.of(folder.readStatus()));
    assertThat(folder.read().result()).isEmpty();
    assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "0", "post");
    for (String name : List.of("status.yaml", "logs.csv")) {
      String content = Files.readString(folder.path().resolve(name));
      Golden.check(TrainingRunTest.class, "stopped-" + name, content);
    }
    assertThat(heard.events).containsExactly("begins 1234", "epoch 0");
  }

  @Test
  void train_ofAStoppedRun_mayBeTriedAgain() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    training(TrainingRunTest::diverge, new NullMeter()).train(folder, heard);
    RunStatus status = training(RunFixture::twoEpochs, new NullMeter()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(status.reason()).isEmpty();
  }

  /** The first of two epochs breaks off without a validation. */
  private static TrainingResult diverge(TrainingJob job, TrainingObserver listener) {
    double nan = Double.NaN;
    EpochResult epoch =
        new EpochResult(0, nan, 0.1, nan, nan, 0.01, START, START + 10_000, 10, 0, 0, 16);
    listener.trainingBegins(preparation());
    listener.epochEnded(epoch);
    DivergedException.check(epoch, job.epochs());
    throw new AssertionError("went on");
  }

  @Test
  void train_withoutTestImages_recordsNoTest() {
    Trainer untested =
        (job, listener) -> {
          TrainingResult result = RunFixture.twoEpochs(job, listener);
          return new TrainingResult(
              Double.NaN, Double.NaN, Map.of(), Map.of(), List.of(), result.findings());
        };
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());

    RunStatus status = RunFixture.training(untested, new Ramp()).train(folder, heard);

    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(status.seconds()).containsKeys("train", "validate").doesNotContainKey("test");
    assertThat(folder.path().resolve("parameters.yaml"))
        .content()
        .contains("n_parameters: 1234")
        .doesNotContain("test_");
    assertThat(folder.read().result().orElseThrow().testAccuracy()).isNaN();
  }
}
