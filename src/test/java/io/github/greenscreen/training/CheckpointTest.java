package io.github.greenscreen.training;

import static io.github.greenscreen.training.RunFixture.CLOCK;
import static io.github.greenscreen.training.RunFixture.FACTS;
import static io.github.greenscreen.training.RunFixture.RESULT;
import static io.github.greenscreen.training.RunFixture.START;
import static io.github.greenscreen.training.RunFixture.images;
import static io.github.greenscreen.training.RunFixture.preparation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.training.RunFixture.RecordingObserver;
import io.github.greenscreen.training.engine.DivergedException;
import io.github.greenscreen.training.engine.ResumeState;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs of four epochs of ten seconds that break off and go on. */
@Timeout(120)
class CheckpointTest {
  private static final int EPOCHS = 4;

  @TempDir private Path runs;
  private RunFolder folder;
  private final List<String> trained = new ArrayList<>();
  private ImageSet images = images();

  @BeforeEach
  void makeRun() {
    folder = new RunStore(runs).create(plan(EPOCHS, "0.01"), status());
  }

  @Test
  void train_afterACrash_goesOnFromTheLastCheckpoint() {
    assertThat(train(new NullMeter(), 1, crash(2)).state()).isEqualTo(RunState.FAILED);
    assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "0", "1");
    RunStatus status = train(new NullMeter(), 1, none());
    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(status.attempts()).isEqualTo(2);
    assertThat(StatusEntries.of(status)).containsEntry("resumed_from_epoch", "2");
    assertThat(trained).containsExactly("0", "1", "from state 2", "2", "3");
    assertThat(folder.readEpochs())
        .extracting(EpochRow::epoch)
        .containsExactly("pre", "0", "1", "2", "3", "post");
    assertThat(folder.checkpoints().path()).doesNotExist();
  }

  @Test
  void train_afterRowsWithoutACheckpoint_dropsTheRows() {
    train(new NullMeter(), 2, crash(3));
    assertThat(folder.readEpochs())
        .extracting(EpochRow::epoch)
        .containsExactly("pre", "0", "1", "2");
    RunStatus status = train(new NullMeter(), 2, none());
    assertThat(trained).containsExactly("0", "1", "2", "from state 2", "2", "3");
    assertThat(folder.readEpochs())
        .extracting(EpochRow::epoch)
        .containsExactly("pre", "0", "1", "2", "3", "post");
    assertThat(status.seconds().get("repeated")).isEqualTo(10);
    assertThat(status.seconds()).containsEntry("train", 32.0).containsEntry("validate", 8.0);
  }

  @Test
  void train_withFastEpochs_writesTheFirstCheckpointAndOneOnRequest() {
    assertThat(train(crash(3)).state()).isEqualTo(RunState.FAILED);
    Script stopped = none();
    stopped.stopIn = 2;
    assertThat(train(stopped).state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(train(none()).state()).isEqualTo(RunState.COMPLETED);
    assertThat(trained)
        .containsExactly("0", "1", "2", "from state 1", "1", "2", "from state 3", "3");
  }

  @Test
  void train_withoutCheckpoints_beginsAnew() {
    train(new NullMeter(), 0, crash(2));
    assertThat(folder.checkpoints().path()).doesNotExist();
    RunStatus status = train(new NullMeter(), 0, none());
    assertThat(trained).containsExactly("0", "1", "0", "1", "2", "3");
    assertThat(StatusEntries.of(status)).doesNotContainKey("resumed_from_epoch");
    assertThat(status.seconds()).doesNotContainKeys("checkpoint", "repeated");
  }

  @Test
  void train_withALogThatIsBroken_restoresIt() throws IOException {
    train(new NullMeter(), 1, crash(3));
    Path log = folder.path().resolve("logs.csv");
    String whole = Files.readString(log);
    Files.writeString(log, whole.substring(0, 40));
    train(new NullMeter(), 1, none());
    assertThat(Files.readString(log)).startsWith(whole);
    assertThat(trained).endsWith("from state 3", "3");
  }

  @Test
  void train_withACheckpointThatIsBroken_takesTheOneBeforeAndThenNone() throws IOException {
    train(new NullMeter(), 1, crash(3));
    Files.writeString(folder.checkpoints().path().resolve("epoch-003.state"), "x");
    train(new NullMeter(), 0, crash(3));
    assertThat(trained).endsWith("from state 2", "2");
    Files.writeString(folder.checkpoints().path().resolve("epoch-002.state"), "x");
    assertThat(train(new NullMeter(), 1, none()).state()).isEqualTo(RunState.COMPLETED);
    assertThat(trained).endsWith("2", "0", "1", "2", "3");
    assertThat(folder.readEpochs()).hasSize(6);
  }

  @Test
  void train_withAMeter_addsUpTheEnergyOfAllAttempts() {
    // 360 W: ten seconds are one watt-hour. 40 seconds of the first attempt come after its last
    // checkpoint, and the second one never comes to its own in a minute.
    train(new Steady(START), 1, crash(2));
    long second = START + 3_600_000;
    train(new Steady(second), 9, at(second, crash(3)));
    long third = second + 3_600_000;
    RunStatus status = train(new Steady(third), 1, at(third, none()));
    RunEnergy energy = status.measurements().energy();
    assertThat(trained).containsExactly("0", "1", "from state 2", "2", "from state 2", "2", "3");
    assertThat(energy.incomplete()).isEmpty();
    assertThat(energy.grossWh()).isCloseTo(4 + 4 + 6, within(1e-6));
    assertThat(StatusEntries.of(status))
        .containsEntry("energy_repeated_Wh", "10.000000")
        .containsEntry("power_samples", "183");
    assertThat(status.seconds().get("repeated")).isEqualTo(100);
    assertThat(folder.readPower()).hasSize(183);
    assertThat(folder.readEpochs()).extracting(EpochRow::energyWh).contains(1.0);
  }

  @Test
  void train_stoppedAfterItsEpoch_isInterruptedWithACheckpointAndLosesNothing() {
    Script script = none();
    script.stopIn = 1;
    RunStatus stopped = train(new Steady(START), 3, script);
    assertThat(stopped.state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(stopped.reason()).isEqualTo("the process was asked to stop");
    assertThat(trained).containsExactly("0", "1");
    RunStatus status = train(new Steady(START + 60_000), 3, at(START + 60_000, none()));
    assertThat(trained).containsExactly("0", "1", "from state 2", "2", "3");
    assertThat(status.seconds()).doesNotContainKey("repeated");
    assertThat(StatusEntries.of(status)).doesNotContainKey("energy_repeated_Wh");
    assertThat(status.measurements().energy().grossWh()).isCloseTo(4, within(1e-4));
  }

  @Test
  void train_stoppedInItsLastEpoch_isCompleted() {
    Script script = none();
    script.stopIn = EPOCHS - 1;
    assertThat(train(new NullMeter(), 1, script).state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void train_stoppedBeforeItsFirstEpoch_trainsNothing() {
    Script script = none();
    script.stopIn = -1;
    assertThat(train(new NullMeter(), 1, script).state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(trained).isEmpty();
  }

  @Test
  void train_ofADivergedRun_leavesNoCheckpoint() {
    Script script = none();
    script.divergeIn = 2;
    assertThat(train(new NullMeter(), 1, script).state()).isEqualTo(RunState.STOPPED);
    assertThat(folder.checkpoints().exists()).isFalse();
  }

  @Test
  void train_withAnotherConfiguration_isRefusedAndChangesNothing() throws IOException {
    train(new NullMeter(), 1, crash(2));
    folder.writePlan(plan(EPOCHS, "0.02"));
    String log = Files.readString(folder.path().resolve("logs.csv"));
    RunStatus before = folder.readStatus();
    assertThatThrownBy(() -> train(new NullMeter(), 1, none()))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(refusal("lr is 0.02", "0.01"));
    assertThat(folder.readStatus()).isEqualTo(before);
    assertThat(Files.readString(folder.path().resolve("logs.csv"))).isEqualTo(log);
  }

  @Test
  void train_withMoreEpochs_isRefused() {
    train(new NullMeter(), 1, crash(2));
    folder.writePlan(plan(EPOCHS + 1, "0.01"));
    assertThatThrownBy(() -> train(new NullMeter(), 1, none()))
        .hasMessage(refusal("epochs is 5", "4"));
  }

  @Test
  void train_withAnotherLimit_isRefusedAndAWaitingRunHasFailed() {
    train(new NullMeter(), 1, crash(2));
    folder.writeStatus(RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.of(60)));
    assertThatThrownBy(() -> train(new NullMeter(), 1, none()))
        .hasMessage(refusal("limit is 60", "none"));
    assertThat(folder.readStatus().state()).isEqualTo(RunState.FAILED);
    assertThat(folder.readStatus().reason()).isEqualTo(refusal("limit is 60", "none"));
  }

  @Test
  void train_onOtherPictures_fails() {
    train(new NullMeter(), 1, crash(2));
    images.pixels()[7] = 1;
    RunStatus status = train(new NullMeter(), 1, none());
    assertThat(status.state()).isEqualTo(RunState.FAILED);
    assertThat(status.reason())
        .matches(
            "run 001: pictures is 100 \\(checksum [0-9a-f]{8}\\), but its checkpoint was "
                + "trained with 100 \\(checksum [0-9a-f]{8}\\); restore that value, or delete .*");
    assertThat(folder.checkpoints().exists()).isTrue();
  }

  @Test
  void train_whereNoCheckpointCanBeWritten_goesOnAndSaysSo() {
    Script script = none();
    script.diskIsFull = true;
    RunStatus status = train(new NullMeter(), 1, script);
    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(StatusEntries.of(status))
        .containsEntry(
            "checkpoint_problem",
            "cannot write " + folder.checkpoints().path() + ": No space left on device");
  }

  private String refusal(String asked, String earlier) {
    return ("run 001: %s, but its checkpoint was trained with %s; restore that value, or delete %s "
            + "to start over")
        .formatted(asked, earlier, folder.checkpoints().path());
  }

  private static RunPlan plan(int epochs, String lr) {
    RunPlan plan = RunFixture.plan();
    return new RunPlan(
        plan.configuration().with("lr", lr), plan.seed(), OptionalInt.of(epochs), plan.dataset());
  }

  private static RunStatus status() {
    return RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty());
  }

  /** Train with the checkpoints of a run for which nobody said how many. */
  private RunStatus train(Script script) {
    return train(training(new NullMeter(), script), script);
  }

  private RunStatus train(PowerMeter meter, int every, Script script) {
    return train(training(meter, script).withCheckpointEvery(every), script);
  }

  private TrainingRun training(PowerMeter meter, Script script) {
    return new TrainingRun(
        script, meter, Duration.ofHours(1), (name, data, side) -> images, CLOCK, FACTS);
  }

  private RunStatus train(TrainingRun training, Script script) {
    script.stop = training::stopAfterEpoch;
    return training.train(folder, new RecordingObserver());
  }

  private Script none() {
    return new Script();
  }

  private Script crash(int epoch) {
    Script script = new Script();
    script.crashIn = epoch;
    return script;
  }

  private static Script at(long start, Script script) {
    script.start = start;
    return script;
  }

  /** Trains epochs of ten seconds, the first of every attempt at its start. */
  private final class Script implements Trainer {
    private long start = START;
    private int crashIn = Integer.MAX_VALUE;
    private int stopIn = Integer.MAX_VALUE;
    private int divergeIn = Integer.MAX_VALUE;
    private boolean diskIsFull;
    private Runnable stop;

    @Override
    public TrainingResult train(TrainingJob job, TrainingObserver observer) {
      job.resumption().ifPresent(where -> trained.add("from " + read(where)));
      if (stopIn < 0) {
        stop.run();
      }
      observer.trainingBegins(preparation());
      for (int epoch = job.firstEpoch(); epoch < job.epochs(); epoch++) {
        epoch(observer, epoch, start + 10_000L * (epoch - job.firstEpoch()));
      }
      return RESULT;
    }

    private void epoch(TrainingObserver observer, int number, long from) {
      observer.batchEnded(number, 0, 1);
      if (number == stopIn) {
        stop.run();
      }
      if (number == crashIn) {
        throw new IllegalStateException("a crash");
      }
      trained.add("" + number);
      observer.epochEnded(RunFixture.epoch(number, from, from + 10_000, 2.5));
      if (number == divergeIn) {
        throw new DivergedException("loss is NaN");
      }
      byte[] state = ("state " + (number + 1)).getBytes(StandardCharsets.UTF_8);
      observer.stateReady(number + 1, out -> out.write(written(state)));
    }

    private byte[] written(byte[] state) throws IOException {
      if (diskIsFull) {
        throw new IOException("No space left on device");
      }
      return state;
    }

    private static String read(ResumeState where) {
      try (InputStream in = where.state().open()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Gives 360 W over 61 seconds, 21 of them at its first reading and the others at its last. */
  private static final class Steady implements PowerMeter {
    private final long start;
    private long second;

    Steady(long start) {
      this.start = start;
    }

    @Override
    public String name() {
      return "steady";
    }

    @Override
    public List<PowerSample> read() {
      long from = second;
      second = from == 0 ? 21 : 61;
      return LongStream.range(from, second)
          .mapToObj(s -> new PowerSample(start + 1000 * s, "GPU 0", 360, 50, 10, 512))
          .toList();
    }
  }
}
