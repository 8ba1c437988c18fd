package io.github.greenscreen.training.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.RunFixture;
import io.github.greenscreen.training.benchmark.StepBenchmark.Trial;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StepBenchmarkTest {
  private static final ImageSet IMAGES = RunFixture.images();

  private final List<TrainingJob> jobs = new ArrayList<>();

  @Test
  void time_fastSteps_leavesTheFirstThreeOutAndFillsTheTime() {
    Trial trial = time(Duration.ofSeconds(1), Duration.ofMinutes(2), 3, 2, 1, 0.5, 0.25, 0.25, 9);

    assertThat(trial.stepSeconds()).containsExactly(0.5, 0.25, 0.25);
    assertThat(trial.preparation()).isEqualTo(RunFixture.preparation());
  }

  @Test
  void time_slowSteps_leavesTwoOutAndTakesOne() {
    Trial trial = time(Duration.ofSeconds(1), Duration.ofMinutes(2), 14, 13, 12, 9);

    assertThat(trial.stepSeconds()).containsExactly(12.0);
  }

  @Test
  void time_stepsBeyondTheLimit_endsAtOnceWithTheLast() {
    assertThat(time(Duration.ofSeconds(1), Duration.ofMinutes(2), 70, 60, 9).stepSeconds())
        .containsExactly(60.0);
    assertThat(time(Duration.ofSeconds(1), Duration.ofMinutes(2), 500, 9).stepSeconds())
        .containsExactly(500.0);
  }

  @Test
  void time_manySteps_endsAtTheLimit() {
    Trial trial = time(Duration.ofHours(1), Duration.ofSeconds(7), 1, 1, 1, 1, 1, 1, 1, 9);

    assertThat(trial.stepSeconds()).hasSize(4);
  }

  @Test
  void time_batchesLargerThanTheImages_useImagesAgain() {
    time(Duration.ZERO, Duration.ofMinutes(2), 1, 1, 1, 1);

    assertThat(jobs.get(0).split().training()).hasSize(128).contains(0, 99);
    assertThat(jobs.get(0).hyperparameters().batchSize()).isEqualTo(128);
    assertThat(jobs.get(0).modelFolder()).isEmpty();
  }

  @Test
  void time_refusedChoice_isPassedOn() {
    Trainer refusing =
        (job, observer) -> {
          throw new UnsupportedChoiceException("not today");
        };
    StepBenchmark timer = new StepBenchmark(refusing, Duration.ZERO, Duration.ofMinutes(2));

    assertThatThrownBy(() -> timer.time(how(), IMAGES))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage("not today");
  }

  @Test
  void stop_duringATrial_endsItAtTheNextBatch() {
    AtomicReference<StepBenchmark> timer = new AtomicReference<>();
    Trainer trainer =
        (job, observer) -> {
          timer.get().stop();
          observer.batchEnded(0, 0, 1);
          throw new AssertionError("went on");
        };
    timer.set(new StepBenchmark(trainer, Duration.ZERO, Duration.ofMinutes(2)));

    assertThatThrownBy(() -> timer.get().time(how(), IMAGES))
        .hasMessage("the process was asked to stop");
  }

  /** Time an engine whose steps take {@code steps} seconds and which must not do them all. */
  private Trial time(Duration least, Duration most, double... steps) {
    Trainer trainer =
        (job, observer) -> {
          jobs.add(job);
          observer.trainingBegins(RunFixture.preparation());
          for (int i = 0; i < steps.length; i++) {
            observer.epochEnded(new EpochResult(i, 1, 1, 1, 1, 1, 0, 0, steps[i], 99, 0, 128));
          }
          return RunFixture.RESULT;
        };
    return new StepBenchmark(trainer, least, most).time(how(), IMAGES);
  }

  private static Hyperparameters how() {
    return Hyperparameters.of(Configuration.of(Map.of("batch_size", "128")));
  }
}
