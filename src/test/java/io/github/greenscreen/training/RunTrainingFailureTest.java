package io.github.greenscreen.training;

import static io.github.greenscreen.training.RunFixture.CLOCK;
import static io.github.greenscreen.training.RunFixture.FACTS;
import static io.github.greenscreen.training.RunFixture.HOUR;
import static io.github.greenscreen.training.RunFixture.NOON;
import static io.github.greenscreen.training.RunFixture.START;
import static io.github.greenscreen.training.RunFixture.epoch;
import static io.github.greenscreen.training.RunFixture.newRun;
import static io.github.greenscreen.training.RunFixture.plan;
import static io.github.greenscreen.training.RunFixture.preparation;
import static io.github.greenscreen.training.RunFixture.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.lock.FolderLock;
import io.github.greenscreen.run.lock.LockedException;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.training.RunFixture.Ramp;
import io.github.greenscreen.training.RunFixture.RecordingObserver;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RunTrainingFailureTest {
  private final RecordingObserver heard = new RecordingObserver();
  @TempDir private Path runs;

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
    assertFailure(
        new IllegalStateException("std::bad_alloc"),
        "out of memory with batch_size 4 (std::bad_alloc); try a smaller batch_size");
    assertFailure(new IllegalStateException("engine\nis broken"), "engine");
    assertFailure(new IllegalArgumentException(), "internal error");
    assertFailure(new NullPointerException("\"x.y\" is null"), "internal error");
    assertFailure(new UnsatisfiedLinkError("no torch"), "no torch");
  }

  private void assertFailure(Throwable failure, String reason) {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    Trainer trainer =
        (job, listener) -> {
          listener.trainingBegins(preparation());
          listener.epochEnded(epoch(0, START, START + 10_000, 2.5));
          throw RunTrainingFailureTest.<RuntimeException>sneaky(failure);
        };
    RunStatus status = training(trainer, new Ramp()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.FAILED);
    assertThat(status.reason()).isEqualTo(reason);
    assertThat(status.ended()).contains(NOON);
    assertThat(status.seconds()).containsEntry("train", 8.0).containsEntry("validate", 2.0);
    assertThat(StatusEntries.of(folder.readStatus())).isEqualTo(StatusEntries.of(status));
    assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "0");
    assertThat(folder.readPower()).isNotEmpty();
    assertThat(folder.read().result()).isEmpty();
  }

  @Test
  void train_ofAnIllegalConfiguration_failsWithItsSentence() {
    RunFolder folder = newRun(runs, plan().configuration().with("optimizer", "Adamm"));
    RunStatus status = training(RunFixture::twoEpochs, new NullMeter()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.FAILED);
    assertThat(status.reason())
        .isEqualTo(
            "unknown optimizer \"Adamm\"; expected one of RMSProp, SGD, Adam, AdamW, Nesterov, Muon (did you mean"
                + " \"Adam\"?)");
  }

  @Test
  void train_withoutPictures_failsWithTheSentenceOfTheDataRoom() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    TrainingRun training =
        new TrainingRun(
            RunFixture::twoEpochs,
            new NullMeter(),
            HOUR,
            (name, data, side) -> {
              throw new DataException(name + " is not in " + data);
            },
            CLOCK,
            FACTS);
    assertThat(training.train(folder, heard).reason())
        .isEqualTo("shapes is not in Optional[/data]");
  }

  @Test
  void train_ofAFailedRun_startsAfreshAndCountsAttempts() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    Trainer broken =
        (job, listener) -> {
          listener.epochEnded(epoch(0, START, START + 10_000, 2.5));
          throw new IllegalStateException("broken");
        };
    assertThat(training(broken, new Ramp()).train(folder, heard).attempts()).isEqualTo(1);
    RunStatus second = training(RunFixture::twoEpochs, new Ramp()).train(folder, heard);
    assertThat(second.attempts()).isEqualTo(2);
    assertThat(second.reason()).isEmpty();
    assertThat(folder.readEpochs())
        .extracting(EpochRow::epoch)
        .containsExactly("pre", "0", "1", "post");
    assertThat(folder.readPower()).hasSize(32);
  }

  @Test
  void train_ofACompletedRun_isRefusedAndChangesNothing() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    RunStatus status = running("elm", "99").with(RunState.COMPLETED, "");
    folder.writeStatus(status);
    assertThatThrownBy(() -> training(RunFixture::twoEpochs, new Ramp()).train(folder, heard))
        .isInstanceOf(RunFolderException.class)
        .hasMessage("run 001 (%s) is already completed; train a new run instead", folder.path());
    assertThat(StatusEntries.of(folder.readStatus())).isEqualTo(StatusEntries.of(status));
    assertThat(folder.readEpochs()).isEmpty();
    assertThat(folder.path().resolve("run.lock")).doesNotExist();
  }

  @Test
  void train_ofARunThatAnotherTrains_isRefusedAndChangesNothing() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    RunStatus status = folder.readStatus();
    FolderLock lock = folder.lock();
    try {
      assertThatThrownBy(() -> training(RunFixture::twoEpochs, new Ramp()).train(folder, heard))
          .isInstanceOf(LockedException.class)
          .hasMessageStartingWith("run 001 (" + folder.path() + ") is already running as process ");
    } finally {
      lock.close();
    }
    assertThat(StatusEntries.of(folder.readStatus())).isEqualTo(StatusEntries.of(status));
    assertThat(folder.readEpochs()).isEmpty();
  }

  @Test
  void train_ofARunWhoseProcessHasDied_takesItOver() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    folder.writeStatus(running("oak", "99"));
    RunStatus status = training(RunFixture::twoEpochs, new Ramp()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(status.attempts()).isEqualTo(2);
    assertThat(folder.path().resolve("run.lock")).doesNotExist();
  }

  @Test
  void train_ofAnImpatientRun_stopsItAndKeepsWhatItFound() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    RunLimits limits = new RunLimits(OptionalDouble.empty(), OptionalDouble.of(1e-9), false, "");
    folder.writeStatus(folder.readStatus().withLimits(limits));
    Trainer trainer =
        (job, listener) -> {
          listener.epochEnded(epoch(0, START, START + 10_000, 2.5));
          throw new IllegalStateException("nobody has stopped it");
        };
    RunStatus status = training(trainer, new Ramp()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.STOPPED);
    assertThat(status.reason())
        .matches("ran for (0\\.0*[1-9]|[1-9]\\d*) s, more than the 0 s of --max-run-time");
    assertThat(StatusEntries.of(status)).containsKey("max_run_time_s");
    assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "0", "post");
  }

  @Test
  void train_onNanContinue_tellsTheEngine() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    RunLimits limits = new RunLimits(OptionalDouble.empty(), OptionalDouble.empty(), true, "");
    folder.writeStatus(folder.readStatus().withLimits(limits));
    Trainer trainer =
        (job, listener) -> {
          assertThat(job.continuesOnNan()).isTrue();
          return RunFixture.twoEpochs(job, listener);
        };
    RunStatus status = training(trainer, new Ramp()).train(folder, heard);
    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(StatusEntries.of(status)).containsEntry("on_nan", "continue");
  }

  @Test
  void train_onASharedDevice_hasNoCompleteEnergy() {
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    RunLimits shared = RunLimits.NONE.sharing("2 runs share GPU-x");
    folder.writeStatus(folder.readStatus().withLimits(shared));
    RunStatus status = training(RunFixture::twoEpochs, new Ramp()).train(folder, heard);
    assertThat(status.measurements().energy().incomplete()).isEqualTo("2 runs share GPU-x");
    assertThat(StatusEntries.of(status)).containsEntry("power_shared", "2 runs share GPU-x");
  }

  @Test
  void train_withADisplayThatBreaks_goesOn() {
    TrainingObserver broken =
        new TrainingObserver() {
          @Override
          public void trainingBegins(EngineInfo preparation) {
            throw new IllegalStateException("no terminal");
          }

          @Override
          public void epochEnded(EpochResult result) {
            throw new IllegalStateException("no terminal");
          }
        };
    RunFolder folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
    assertThat(training(RunFixture::twoEpochs, new Ramp()).train(folder, broken).state())
        .isEqualTo(RunState.COMPLETED);
  }

  private static RunStatus running(String host, String pid) {
    return RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty())
        .begun(NOON, new RunEnvironment(Map.of("host", host, "pid", pid)));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // throws errors from a lambda
  private static <T extends Throwable> T sneaky(Throwable failure) throws T {
    throw (T) failure;
  }
}
