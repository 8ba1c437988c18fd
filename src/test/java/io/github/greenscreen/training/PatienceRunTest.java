package io.github.greenscreen.training;

import static io.github.greenscreen.training.RunFixture.RESULT;
import static io.github.greenscreen.training.RunFixture.START;
import static io.github.greenscreen.training.RunFixture.preparation;
import static io.github.greenscreen.training.RunFixture.training;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.training.RunFixture.RecordingObserver;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs of six epochs, whose validation loss is lowest after the second one. */
@Timeout(120)
class PatienceRunTest {
  private static final double[] LOSSES = {2, 1.25, 1.5, 1.25, 1.75, 1};
  private static final String REASON =
      "patience 2 ended the training after 4 of 6 epochs: the lowest validation loss was 1.250000"
          + " in epoch 2";

  @TempDir private Path runs;

  @Test
  void train_withPatience_isCompletedAfterFewerEpochsAndSaysWhy() {
    RunFolder folder = run("2");
    RunStatus status = train(folder, new Losses());

    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(status.reason()).isEqualTo(REASON);
    assertThat(folder.read().status().state()).isEqualTo(RunState.COMPLETED);
    assertThat(folder.read().status().reason()).isEqualTo(REASON);
    assertThat(folder.read().plan().epochs()).hasValue(6);
    assertThat(folder.readEpochs())
        .extracting(EpochRow::epoch)
        .containsExactly("pre", "0", "1", "2", "3", "post");
    assertThat(folder.checkpoints().path()).doesNotExist();
  }

  @Test
  void train_patienceNeverOver_trainsEveryEpoch() {
    for (String patience : new String[] {"None", "4"}) {
      RunFolder folder = run(patience);
      RunStatus status = train(folder, new Losses());
      assertThat(status.state()).isEqualTo(RunState.COMPLETED);
      assertThat(status.reason()).isEmpty();
      assertThat(folder.readEpochs()).hasSize(8);
    }
  }

  @Test
  void train_resumed_countsTheEpochsOfEarlierAttempts() {
    for (int crash = 1; crash <= 3; crash++) {
      RunFolder folder = run("2");
      Losses broken = new Losses();
      broken.crashIn = crash;
      assertThat(train(folder, broken).state()).isEqualTo(RunState.FAILED);
      RunStatus status = train(folder, new Losses());
      assertThat(status.state()).isEqualTo(RunState.COMPLETED);
      assertThat(status.reason()).isEqualTo(REASON);
      assertThat(folder.readEpochs()).hasSize(6);
    }
  }

  @Test
  void train_brokenOffInTheTest_onlyTests() {
    RunFolder folder = run("2");
    Losses broken = new Losses();
    broken.crashInTest = true;
    assertThat(train(folder, broken).state()).isEqualTo(RunState.FAILED);
    Losses rest = new Losses();
    RunStatus status = train(folder, rest);
    assertThat(rest.trained).isZero();
    assertThat(status.reason()).isEqualTo(REASON);
  }

  @Test
  void train_askedToStopAfterTheLastEpoch_isCompleted() {
    RunFolder folder = run("2");
    Losses losses = new Losses();
    TrainingRun training = training(losses, new NullMeter()).withCheckpointEvery(1);
    losses.stop = training::stopAfterEpoch;
    assertThat(training.train(folder, new RecordingObserver()).state())
        .isEqualTo(RunState.COMPLETED);
  }

  private RunFolder run(String patience) {
    RunPlan plan = RunFixture.plan();
    RunPlan patient =
        new RunPlan(
            plan.configuration().with("patience", patience),
            plan.seed(),
            OptionalInt.of(LOSSES.length),
            plan.dataset());
    return new RunStore(runs)
        .create(patient, RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty()));
  }

  private static RunStatus train(RunFolder folder, Trainer trainer) {
    return training(trainer, new NullMeter())
        .withCheckpointEvery(1)
        .train(folder, new RecordingObserver());
  }

  /** Trains epochs with the losses until the observer ends the training. */
  private static final class Losses implements Trainer {
    private int crashIn = Integer.MAX_VALUE;
    private boolean crashInTest;
    private Runnable stop = () -> {};
    private int trained;

    @Override
    public TrainingResult train(TrainingJob job, TrainingObserver observer) {
      observer.trainingBegins(preparation());
      for (int i = job.firstEpoch(); i < job.epochs() && !observer.endsEarly(); i++) {
        if (i == crashIn) {
          throw new IllegalStateException("a crash");
        }
        if (i == 3) {
          stop.run();
        }
        observer.epochEnded(epoch(i));
        trained++;
        observer.stateReady(i + 1, out -> out.write(0));
      }
      if (crashInTest) {
        throw new IllegalStateException("a crash");
      }
      return RESULT;
    }

    private static EpochResult epoch(int number) {
      long start = START + 10_000L * number;
      return new EpochResult(
          number, 1, 0.1, LOSSES[number], 0.1, 0.01, start, start + 10_000, 8, 2, 0, 36);
    }
  }
}
