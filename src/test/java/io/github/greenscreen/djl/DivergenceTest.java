package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.ImageSets;
import io.github.greenscreen.data.split.Splits;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.TrainingRun;
import io.github.greenscreen.training.engine.DivergedException;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings with a learning rate that no network survives. */
class DivergenceTest {

  /** Notes what it hears. */
  private static final class Heard implements TrainingObserver {
    final List<EpochResult> epochs = new ArrayList<>();
    int batches;

    @Override
    public void trainingBegins(EngineInfo preparation) {}

    @Override
    public void batchEnded(int epoch, int batch, int count) {
      batches++;
    }

    @Override
    public void epochEnded(EpochResult result) {
      epochs.add(result);
    }
  }

  @Test
  void run_hugeLearningRate_endsAsStopped(@TempDir Path runs) {
    Configuration configuration =
        Configuration.of(
            Map.of("model", "resnet20", "precision", "float32", "batch_size", "4", "lr", "1e30"));
    RunFolder folder =
        new RunStore(runs)
            .create(
                new RunPlan(configuration, 22, OptionalInt.of(5), "shapes"),
                RunStatus.waiting(RunPurpose.SINGLE, "", OptionalInt.of(60)));
    Heard heard = new Heard();

    RunStatus status = new TrainingRun(new DjlTrainer(), new NullMeter()).train(folder, heard);

    assertThat(status.state()).isEqualTo(RunState.STOPPED);
    assertThat(status.reason())
        .isEqualTo("training diverged: loss is NaN in epoch 1 of 5; try a smaller lr than 1e30");
    assertThat(status.seconds()).containsKeys("load", "train").doesNotContainKey("test");
    assertThat(folder.readEpochs()).extracting(EpochRow::epoch).containsExactly("pre", "0", "post");
    assertThat(folder.readEpochs().get(1).loss()).isNaN();
    assertThat(folder.model().path()).doesNotExist();
    assertThat(heard.batches).isEqualTo(12);
  }

  @Test
  void train_longEpoch_isBrokenOffAfterAHundredSteps() {
    Hyperparameters how = Jobs.how("batch_size", "1", "lr", "1e30");
    Heard heard = new Heard();

    assertThatThrownBy(() -> new DjlTrainer().train(job(how), heard))
        .isInstanceOf(DivergedException.class)
        .hasMessage("loss is NaN in epoch 1 of 2");

    assertThat(heard.batches).isEqualTo(100);
    EpochResult epoch = heard.epochs.get(0);
    assertThat(heard.epochs).hasSize(1);
    assertThat(epoch.images()).isEqualTo(100);
    assertThat(epoch.loss()).isNaN();
    assertThat(epoch.validationLoss()).isNaN();
    assertThat(epoch.validationAccuracy()).isNaN();
  }

  private static TrainingJob job(Hyperparameters how) {
    ImageSet images = ImageSets.limit(DataSets.open("shapes", Optional.empty()), 200, 1);
    return new TrainingJob(
        how,
        2,
        1,
        images,
        Splits.draw(images, how.partition(), 1),
        Optional.empty(),
        Optional.empty());
  }
}
