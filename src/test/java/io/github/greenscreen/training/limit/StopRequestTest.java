package io.github.greenscreen.training.limit;

import static io.github.greenscreen.training.RunFixture.CLOCK;
import static io.github.greenscreen.training.RunFixture.FACTS;
import static io.github.greenscreen.training.RunFixture.RESULT;
import static io.github.greenscreen.training.RunFixture.START;
import static io.github.greenscreen.training.RunFixture.images;
import static io.github.greenscreen.training.RunFixture.newRun;
import static io.github.greenscreen.training.RunFixture.preparation;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.ConstraintViolation;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.training.RunFixture;
import io.github.greenscreen.training.TrainingRun;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever watches a run may ask it to end, and its constraints may. */
class StopRequestTest {
  private static final String WHY = "asha: val_accuracy 0.01 after 1 epoch is number 2 of 2 runs";

  @TempDir private Path runs;
  private RunFolder folder;
  private int askedIn = Integer.MAX_VALUE;
  private boolean told;
  private Runnable stop;

  @BeforeEach
  void prepare() {
    folder = newRun(runs, RunPurpose.SWEEP, OptionalInt.empty());
  }

  @Test
  void train_askedInAnEpoch_endsItAndSaysWhy() {
    askedIn = 0;

    RunStatus status = train();

    assertThat(status.state()).isEqualTo(RunState.STOPPED);
    assertThat(status.reason()).isEqualTo(WHY);
    assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "0", "post");
    assertThat(folder.checkpoints().exists()).isFalse();
  }

  @Test
  void train_askedInTheLastEpoch_isCompleted() {
    askedIn = 1;

    assertThat(train().state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void train_askedAndToldToStop_isStoppedForGood() {
    askedIn = 0;
    told = true;

    assertThat(train().state()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void train_askedBeforeItGoesOn_trainsNoFurtherEpoch() {
    told = true;
    assertThat(train().state()).isEqualTo(RunState.INTERRUPTED);
    folder.requestStop(WHY);

    assertThat(train().reason()).isEqualTo(WHY);
    assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "0", "post");
  }

  @Test
  void train_askedInAnAttemptThatIsLost_beginsAnew() {
    folder.requestStop(WHY);

    assertThat(train().state()).isEqualTo(RunState.COMPLETED);
    assertThat(folder.stopRequest()).isEmpty();
  }

  @Test
  void train_epochsTooLong_isStoppedWithWhatWasMeasured() {
    RunLimits limits = RunLimits.NONE.under(Map.of("epoch_seconds", 4.0));
    folder.writeStatus(folder.readStatus().withLimits(limits));

    RunStatus status = train();

    assertThat(status.state()).isEqualTo(RunState.STOPPED);
    assertThat(status.reason())
        .isEqualTo(
            "mean time of an epoch is 10 s or more, above the 4 s of constraint epoch_seconds");
    assertThat(status.measurements().violation())
        .contains(new ConstraintViolation("epoch_seconds", 10));
    assertThat(StatusEntries.of(status)).containsEntry("constraint_epoch_seconds", "4");
  }

  private RunStatus train() {
    TrainingRun training =
        new TrainingRun(
            (job, observer) -> epochs(observer),
            new NullMeter(),
            RunFixture.HOUR,
            (name, data, side) -> images(),
            CLOCK,
            FACTS);
    stop = training::stopAfterEpoch;
    return training.train(folder, new RunFixture.RecordingObserver());
  }

  private TrainingResult epochs(TrainingObserver observer) {
    observer.trainingBegins(preparation());
    for (int epoch = 0; epoch < 2; epoch++) {
      observer.batchEnded(epoch, 0, 1);
      if (epoch == askedIn) {
        folder.requestStop(WHY);
      }
      if (told) {
        stop.run();
      }
      long from = START + 10_000L * epoch;
      observer.epochEnded(RunFixture.epoch(epoch, from, from + 10_000, 2.5));
      observer.stateReady(epoch + 1, out -> out.write(1));
    }
    return RESULT;
  }
}
