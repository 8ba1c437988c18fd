package io.github.greenscreen.training.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.benchmark.ThroughputEstimator.Speed;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MeasuringEstimatorTest {
  private static final ImageSet IMAGES = DataSets.open("shapes", Optional.empty());

  @Test
  void measure_slowFirstEpoch_countsTheSecond() {
    Speed speed = new MeasuringEstimator(MeasuringEstimatorTest::train).measure(how("32"), IMAGES);

    assertThat(speed).isEqualTo(new Speed(32, 128));
  }

  @Test
  void measure_smallBatches_seesEnoughImages() {
    assertThat(new MeasuringEstimator(MeasuringEstimatorTest::train).measure(how("4"), IMAGES))
        .isEqualTo(new Speed(32, 128));
  }

  /** Takes 2 s for all training images and 0.5 s for all validation images, 100 s at first. */
  private static TrainingResult train(TrainingJob job, TrainingObserver observer) {
    int images = job.split().training().length;
    for (int epoch = 0; epoch < job.epochs(); epoch++) {
      double slow = epoch == 0 ? 100 : 0;
      observer.epochEnded(
          new EpochResult(epoch, 1, 1, 1, 1, 1, 0, 0, 2 + slow, 0.5 + slow, 0, images));
    }
    return new TrainingResult(0, 0, 0, Map.of());
  }

  private static Hyperparameters how(String batchSize) {
    return Hyperparameters.of(Configuration.of(Map.of("batch_size", batchSize)));
  }
}
