package io.github.greenscreen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.FakeNvidiaSmi;
import io.github.greenscreen.Golden;
import io.github.greenscreen.data.DataException;
import io.github.greenscreen.data.ImageSet;
import io.github.greenscreen.power.NoMeter;
import io.github.greenscreen.power.NvidiaSmiMeter;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.EpochRow;
import io.github.greenscreen.run.Purpose;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunFolderException;
import io.github.greenscreen.run.RunPlan;
import io.github.greenscreen.run.RunResult;
import io.github.greenscreen.run.RunState;
import io.github.greenscreen.run.RunStatus;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class RunTrainingTest {
  private static final Instant NOON = Instant.parse("2026-01-31T11:00:00Z");
  private static final long START = NOON.toEpochMilli();
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneId.of("Europe/Berlin"));
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RunFacts FACTS = new RunFacts("oak", 4711, "17.0.1", "Linux amd64", "0.1.0");
  private static final TrainingResult RESULT = new TrainingResult(0.5, 0.375, 2);

  private final Locale locale = Locale.getDefault();
  private final Heard heard = new Heard();
  @TempDir private Path runs;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "de-DE", "tr-TR"})
  void train_withAMeter_writesTheGoldenFiles(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.of(60));
    RunStatus status = training(RunTrainingTest::twoEpochs, new Ramp()).train(folder, heard);
    assertThat(status).isEqualTo(folder.readStatus());
    for (String name : List.of("parameters.yaml", "status.yaml", "logs.csv", "power.csv")) {
      Golden.check(RunTrainingTest.class, name, Files.readString(folder.path().resolve(name)));
    }
    assertThat(heard.events).containsExactly("begins 1234", "batch 0 0 2", "epoch 0", "epoch 1");
  }

  @Test
  void train_givesTheEngineWhatTheFolderAsksFor() {
    List<TrainingJob> jobs = new ArrayList<>();
    Trainer trainer =
        (job, listener) -> {
          jobs.add(job);
          return twoEpochs(job, listener);
        };
    training(trainer, new NoMeter()).train(create(Purpose.SWEEP, OptionalInt.of(60)), heard);
    training(trainer, new NoMeter()).train(create(Purpose.FINAL, OptionalInt.empty()), heard);
    TrainingJob job = jobs.get(0);
    assertThat(job.epochs()).isEqualTo(2);
    assertThat(job.seed()).isEqualTo(22);
    assertThat(job.hyperparameters().optimizer()).isEqualTo(OptimizerKind.SGD);
    assertThat(job.images().size()).isEqualTo(60);
    assertThat(job.split().training()).hasSize(36);
    assertThat(job.split().validation()).hasSize(12);
    assertThat(job.modelFolder()).isEmpty();
    assertThat(jobs.get(1).images().size()).isEqualTo(100);
    assertThat(jobs.get(1).modelFolder()).contains(runs.resolve("002/model"));
  }

  @Test
  void train_withoutAMeter_saysSoAndMeasuresNothing() throws IOException {
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.empty());
    RunStatus status = training(RunTrainingTest::twoEpochs, new NoMeter()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(status.facts()).containsEntry("meter", "none").doesNotContainKey("power_gaps");
    assertThat(folder.read().result()).contains(new RunResult(1234, 0.5, 0.375));
    assertThat(folder.readPower()).isEmpty();
    assertThat(Files.readAllLines(folder.path().resolve("logs.csv")))
        .contains(
            "0,2026-01-31 12:00:00,2.500000,0.100000,nan,0.125000,N/A,N/A,N/A,10.000,N/A,N/A,N/A,"
                + "0.01,4.50",
            "post,2026-01-31 12:00:00,0.000000,0.000000,0.000000,0.000000,N/A,N/A,N/A,N/A,N/A,N/A,"
                + "N/A,N/A,N/A");
  }

  @Test
  void train_withAMeterThatNeverAnswers_recordsNone() {
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.empty());
    PowerMeter broken = new NvidiaSmiMeter(Map.of("PATH", ""));
    RunStatus status = training(RunTrainingTest::twoEpochs, broken).train(folder, heard);
    assertThat(status.facts()).containsEntry("meter", "none").doesNotContainKey("meter_period_s");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
  void train_withNvidiaSmi_measuresTheEpoch() {
    Map<String, String> environment = FakeNvidiaSmi.install(runs, "echo '117.68, 60, 15, 1024'");
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.empty());
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
        new RunTraining(
                trainer,
                new NvidiaSmiMeter(environment),
                Duration.ofSeconds(1),
                (name, data) -> images(),
                CLOCK,
                FACTS)
            .train(folder, heard);
    assertThat(status.facts())
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
  void train_whileTraining_hasTheRunOnDiskAlready() {
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.empty());
    Trainer trainer =
        (job, listener) -> {
          assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre");
          assertThat(folder.readStatus().state()).isEqualTo(RunState.RUNNING);
          assertThat(folder.readStatus().started()).contains(NOON);
          listener.trainingBegins(preparation());
          assertThat(folder.readStatus().facts()).containsEntry("device", "a fake");
          listener.epochEnded(epoch(0, START, START + 10_000, 2.5));
          assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "0");
          return RESULT;
        };
    assertThat(training(trainer, new Ramp()).train(folder, heard).state())
        .isEqualTo(RunState.COMPLETED);
  }

  @Test
  void train_ofADivergingRun_goesOnAndRecordsIt() throws IOException {
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.empty());
    Trainer trainer =
        (job, listener) -> {
          listener.trainingBegins(preparation());
          listener.epochEnded(epoch(0, START, START + 10_000, Double.POSITIVE_INFINITY));
          listener.epochEnded(epoch(1, START + 10_000, START + 20_000, Double.NaN));
          return RESULT;
        };
    RunStatus status = training(trainer, new NoMeter()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(Files.readAllLines(folder.path().resolve("logs.csv")))
        .anyMatch(line -> line.startsWith("0,2026-01-31 12:00:00,inf,"))
        .anyMatch(line -> line.startsWith("1,2026-01-31 12:00:00,nan,"));
  }

  @Test
  void train_thatFails_keepsWhatWasWrittenAndSaysWhy() {
    assertFailure(new UnsupportedChoiceException("no float16 yet"), "no float16 yet");
    assertFailure(new DataException("data_batch_1.bin is missing"), "data_batch_1.bin is missing");
    assertFailure(
        new OutOfMemoryError("Java heap space"),
        "out of memory with batch_size 4 (Java heap space); try a smaller batch_size");
    assertFailure(
        new IllegalStateException("CUDA out of memory. Tried to allocate 2 GiB\nat somewhere"),
        "out of memory with batch_size 4 (CUDA out of memory. Tried to allocate 2 GiB); try a"
            + " smaller batch_size");
    assertFailure(new IllegalStateException("engine\nis broken"), "IllegalStateException: engine");
    assertFailure(new IllegalArgumentException(), "IllegalArgumentException");
    assertFailure(new UnsatisfiedLinkError("no torch"), "UnsatisfiedLinkError: no torch");
  }

  private void assertFailure(Throwable failure, String why) {
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.empty());
    Trainer trainer =
        (job, listener) -> {
          listener.trainingBegins(preparation());
          listener.epochEnded(epoch(0, START, START + 10_000, 2.5));
          throw RunTrainingTest.<RuntimeException>sneaky(failure);
        };
    RunStatus status = training(trainer, new Ramp()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.FAILED);
    assertThat(status.why()).isEqualTo(why);
    assertThat(status.ended()).contains(NOON);
    assertThat(status.seconds()).containsEntry("train", 8.0).containsEntry("validate", 2.0);
    assertThat(folder.readStatus()).isEqualTo(status);
    assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "0");
    assertThat(folder.readPower()).isNotEmpty();
    assertThat(folder.read().result()).isEmpty();
  }

  @Test
  void train_ofAnIllegalConfiguration_failsWithItsSentence() {
    RunFolder folder = create(plan().configuration().with("optimizer", "Adamm"));
    RunStatus status = training(RunTrainingTest::twoEpochs, new NoMeter()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.FAILED);
    assertThat(status.why())
        .isEqualTo(
            "unknown optimizer \"Adamm\"; expected one of RMSProp, SGD, Adam, AdamW (did you mean"
                + " \"Adam\"?)");
  }

  @Test
  void train_withoutPictures_failsWithTheSentenceOfTheDataRoom() {
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.empty());
    RunTraining training =
        new RunTraining(
            RunTrainingTest::twoEpochs,
            new NoMeter(),
            HOUR,
            (name, data) -> {
              throw new DataException(name + " is not in " + data);
            },
            CLOCK,
            FACTS);
    assertThat(training.train(folder, heard).why()).isEqualTo("shapes is not in Optional[/data]");
  }

  @Test
  void train_ofAFailedRun_startsAfreshAndCountsAttempts() {
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.empty());
    Trainer broken =
        (job, listener) -> {
          listener.epochEnded(epoch(0, START, START + 10_000, 2.5));
          throw new IllegalStateException("broken");
        };
    assertThat(training(broken, new Ramp()).train(folder, heard).attempts()).isEqualTo(1);
    RunStatus second = training(RunTrainingTest::twoEpochs, new Ramp()).train(folder, heard);
    assertThat(second.attempts()).isEqualTo(2);
    assertThat(second.why()).isEmpty();
    assertThat(folder.readEpochs())
        .extracting(EpochRow::epoch)
        .containsExactly("pre", "0", "1", "post");
    assertThat(folder.readPower()).hasSize(32);
  }

  @ParameterizedTest
  @EnumSource(
      value = RunState.class,
      names = {"COMPLETED", "RUNNING"})
  void train_ofACompletedOrRunningRun_isRefusedAndChangesNothing(RunState state) {
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.empty());
    RunStatus status = running("elm", "99").with(state, "");
    folder.writeStatus(status);
    String problem =
        state == RunState.COMPLETED
            ? "run 001 (%s) is completed already; train a new run instead"
            : "run 001 (%s) is running already, as process 99 on elm; wait for it or train a new"
                + " run";
    assertThatThrownBy(() -> training(RunTrainingTest::twoEpochs, new Ramp()).train(folder, heard))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(problem, folder.path());
    assertThat(folder.readStatus()).isEqualTo(status);
    assertThat(folder.readEpochs()).isEmpty();
  }

  @Test
  void train_ofARunWhoseProcessHasDied_takesItOver() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.empty());
    folder.writeStatus(running("oak", Long.toString(dead.pid())));
    RunStatus status = training(RunTrainingTest::twoEpochs, new Ramp()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(status.attempts()).isEqualTo(2);
  }

  @Test
  void train_ofARunWhoseProcessLives_isRefused() {
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.empty());
    folder.writeStatus(running("oak", Long.toString(ProcessHandle.current().pid())));
    assertThatThrownBy(() -> training(RunTrainingTest::twoEpochs, new Ramp()).train(folder, heard))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("is running already");
  }

  @Test
  void train_withADisplayThatBreaks_goesOn() {
    TrainingObserver broken =
        new TrainingObserver() {
          @Override
          public void trainingBegins(Preparation preparation) {
            throw new IllegalStateException("no terminal");
          }

          @Override
          public void epochEnded(EpochResult result) {
            throw new IllegalStateException("no terminal");
          }
        };
    RunFolder folder = create(Purpose.SWEEP, OptionalInt.empty());
    assertThat(training(RunTrainingTest::twoEpochs, new Ramp()).train(folder, broken).state())
        .isEqualTo(RunState.COMPLETED);
  }

  private static RunTraining training(Trainer trainer, PowerMeter meter) {
    return new RunTraining(trainer, meter, HOUR, (name, data) -> images(), CLOCK, FACTS);
  }

  private RunFolder create(Purpose purpose, OptionalInt limit) {
    return new RunStore(runs).create(plan(), RunStatus.waiting(purpose, "/data", limit));
  }

  private RunFolder create(Configuration configuration) {
    RunPlan plan = new RunPlan(configuration, 22, OptionalInt.of(2), "shapes");
    return new RunStore(runs)
        .create(plan, RunStatus.waiting(Purpose.SWEEP, "", OptionalInt.empty()));
  }

  private static RunStatus running(String host, String pid) {
    return RunStatus.waiting(Purpose.SWEEP, "", OptionalInt.empty())
        .begun(NOON, Map.of("host", host, "pid", pid));
  }

  private static RunPlan plan() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("model", "resnet20");
    values.put("batch_size", "4");
    values.put("partitioning", "60-20-20");
    values.put("optimizer", "SGD");
    return new RunPlan(Configuration.of(values), 22, OptionalInt.of(2), "shapes");
  }

  private static ImageSet images() {
    byte[] labels = new byte[100];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (i % 10);
    }
    List<String> classes = IntStream.range(0, 10).mapToObj(i -> "class " + i).toList();
    return new ImageSet("shapes", classes, new byte[100 * ImageSet.IMAGE_BYTES], labels);
  }

  private static TrainingResult twoEpochs(TrainingJob job, TrainingObserver listener) {
    listener.trainingBegins(preparation());
    listener.batchEnded(0, 0, 2);
    listener.epochEnded(epoch(0, START, START + 10_000, 2.5));
    listener.epochEnded(epoch(1, START + 10_000, START + 20_000, 1.25));
    return RESULT;
  }

  private static Preparation preparation() {
    return new Preparation(
        1234, Map.of("device", "a fake"), Map.of("precision_effective", "bfloat16"));
  }

  private static EpochResult epoch(int number, long start, long end, double loss) {
    return new EpochResult(number, loss, 0.1, Double.NaN, 0.125, 0.01, start, end, 8, 2, 36);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // throws errors from a lambda
  private static <T extends Throwable> T sneaky(Throwable failure) throws T {
    throw (T) failure;
  }

  /** Gives at its first reading 31 samples of a ramp of 10 W/s, and one more at its second. */
  private static final class Ramp implements PowerMeter {
    private int second;

    @Override
    public String name() {
      return "ramp";
    }

    @Override
    public List<PowerSample> read() {
      int last = second == 0 ? 30 : second;
      List<PowerSample> samples =
          IntStream.rangeClosed(second, last)
              .mapToObj(
                  s -> new PowerSample(START + s * 1000L, "GPU 0", 10 * s, 40 + s, s, 512 + s))
              .toList();
      second = last + 1;
      return samples;
    }
  }

  /** Writes down what it hears. */
  private static final class Heard implements TrainingObserver {
    private final List<String> events = new ArrayList<>();

    @Override
    public void trainingBegins(Preparation preparation) {
      events.add("begins " + preparation.parameterCount());
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches) {
      events.add("batch " + epoch + " " + batch + " " + batches);
    }

    @Override
    public void epochEnded(EpochResult result) {
      events.add("epoch " + result.epoch());
    }
  }
}
