package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.run.evaluation.ClassCounts;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.evaluation.SplitEvaluation;
import io.github.greenscreen.run.model.TimedPhase;
import io.github.greenscreen.run.network.ModelFolder;
import io.github.greenscreen.training.benchmark.StepBenchmark;
import io.github.greenscreen.training.engine.Classifier;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DjlTrainerTest {

  /** Notes what it hears, and how many arrays the engine holds when an epoch ends. */
  private static final class Heard implements TrainingObserver {
    final List<String> events = new ArrayList<>();
    final List<EpochResult> epochs = new ArrayList<>();
    final List<Integer> arrays = new ArrayList<>();
    EngineInfo preparation;

    @Override
    public void trainingBegins(EngineInfo preparation) {
      this.preparation = preparation;
      events.add("begin");
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches) {
      events.add("batch %d.%d of %d".formatted(epoch, batch, batches));
    }

    @Override
    public void epochEnded(EpochResult result) {
      events.add("epoch " + result.epoch());
      epochs.add(result);
      arrays.add(engineArrays());
    }
  }

  /** Every row has another value of each parameter, so that all values of the study train. */
  @ParameterizedTest
  @CsvSource({
    "None,            None,   float32,   4, 60-20-20, constant,    0.0,  RMSProp, 36, 9, 0.00015",
    "standardization, random, float32,  32, 70-15-15, exponential, 0.5,  SGD,     42, 2, 0.00015",
    "robust_scaling,  mixup,  float32,  64, 80-10-10, polynomial,  0.9,  Adam,    48, 1, 0.00015",
    "minmax,          cutmix, float32, 128, 90-5-5,   cosine,      0.99, AdamW,   54, 1, 0.00015",
    "minmax,          random, float64,  32, 80-10-10, cosine,      0.99, AdamW,   48, 2, 0.000075",
    "None,            mixup,  float64,  32, 60-20-20, polynomial,  0.5,  RMSProp, 36, 2, 0.000125",
  })
  void oneEpoch_ofEveryChoice_trains(
      String preprocessing,
      String augmentation,
      String precision,
      String batchSize,
      String partition,
      String schedule,
      String momentum,
      String optimizer,
      int images,
      int batches,
      double lastRate) {
    Hyperparameters how =
        Jobs.how(
            "preprocessing", preprocessing,
            "augmentation", augmentation,
            "precision", precision,
            "batch_size", batchSize,
            "partitioning", partition,
            "lr", "1.5e-4",
            "lr_schedule", schedule,
            "optimizer_momentum", momentum,
            "optimizer", optimizer);
    Heard heard = new Heard();
    TrainingResult result = train(Jobs.job(how, 1, -7, Optional.empty()), heard);

    EpochResult epoch = heard.epochs.get(0);
    assertThat(epoch.loss()).isBetween(0.1, 10.0);
    assertThat(epoch.validationLoss()).isFinite().isPositive();
    assertThat(epoch.accuracy()).isBetween(0.0, 1.0);
    assertThat(epoch.validationAccuracy()).isBetween(0.0, 1.0);
    assertThat(epoch.images()).isEqualTo(images);
    assertThat(epoch.learningRate()).isCloseTo(lastRate, within(1e-9));
    assertThat(heard.events).hasSize(batches + 2);
    assertThat(result.testAccuracy()).isBetween(0.0, 1.0);
    assertThat(result.testF1()).isBetween(0.0, 1.0);
  }

  @Test
  void training_withoutValidationImages_isNotValidated() {
    Heard heard = new Heard();
    TrainingJob job = Jobs.job(Jobs.how("partitioning", "60+20-20"), 2, 1, Optional.empty());
    TrainingResult result = train(job, heard);

    assertThat(heard.epochs).hasSize(2);
    assertThat(heard.epochs.get(1).images()).isEqualTo(48);
    assertThat(heard.epochs.get(1).validationLoss()).isNaN();
    assertThat(heard.epochs.get(1).validationAccuracy()).isNaN();
    assertThat(result.testAccuracy()).isBetween(0.0, 1.0);
    assertThat(result.findings()).containsEntry("training_images", "48");
    assertThat(result.evaluations()).containsOnlyKeys(EvaluatedSplit.TEST);
  }

  @Test
  void events_ofTwoEpochs_comeInOrder() {
    Heard heard = new Heard();
    train(Jobs.job(Jobs.how("batch_size", "32"), 2, 1, Optional.empty()), heard);
    assertThat(heard.events)
        .containsExactly(
            "begin",
            "batch 0.0 of 2",
            "batch 0.1 of 2",
            "epoch 0",
            "batch 1.0 of 2",
            "batch 1.1 of 2",
            "epoch 1");
    assertThat(heard.preparation.network().parameters()).isEqualTo(269_267);
    assertThat(heard.preparation.facts()).containsKeys("device", "djl", "pytorch");
    assertThat(heard.preparation.facts())
        .containsEntry("graph_executor", "plain")
        .containsEntry("memory_format", "channels_last");
    assertThat(heard.preparation.effective()).isEmpty();
    EpochResult first = heard.epochs.get(0);
    EpochResult second = heard.epochs.get(1);
    assertThat(first.endMillis()).isGreaterThanOrEqualTo(first.startMillis());
    assertThat(second.startMillis()).isGreaterThanOrEqualTo(first.endMillis());
    assertThat(first.trainSeconds()).isPositive();
    assertThat(first.validateSeconds()).isPositive();
  }

  @Test
  void network_thatCannotBeWritten_leavesTheResults(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    TrainingJob job = Jobs.job(Jobs.how("batch_size", "16"), 1, 1, Optional.of(file));
    TrainingResult result = train(job, new Heard());
    assertThat(result.testAccuracy()).isBetween(0.0, 1.0);
    assertThat(result.findings().get("model_problem"))
        .startsWith("cannot write the trained network to " + file + ": ");
  }

  @Test
  void losses_ofTheSameSeed_areIdentical() {
    List<Double> first = losses(3);
    assertThat(losses(3)).isEqualTo(first);
    assertThat(losses(4)).isNotEqualTo(first);
  }

  @Test
  void loss_overSomeEpochs_fallsAndTheClassesAreLearnt() {
    Heard heard = new Heard();
    TrainingResult result =
        train(Jobs.job(Jobs.how("batch_size", "8"), 4, 1, Optional.empty()), heard);
    assertThat(heard.epochs.get(3).loss()).isLessThan(heard.epochs.get(0).loss() / 2);
    assertThat(heard.epochs.get(3).accuracy()).isGreaterThan(0.9);
    assertThat(result.testAccuracy()).isGreaterThan(0.6);
    assertThat(result.findings()).containsKey("training_images");
    assertThat(result.seconds()).containsOnlyKeys(TimedPhase.TEST);
  }

  @Test
  void evaluations_ofTheDeliveredNetwork_agreeWithItsAccuracies() {
    Heard heard = new Heard();
    TrainingJob job = Jobs.job(Jobs.how("batch_size", "16"), 2, 1, Optional.empty());
    TrainingResult result = train(job, heard);

    SplitEvaluation validation = result.evaluations().get(EvaluatedSplit.VALIDATION);
    SplitEvaluation test = result.evaluations().get(EvaluatedSplit.TEST);
    assertThat(validation.confusion().images()).isEqualTo(job.split().validation().length);
    assertThat(accuracy(validation)).isEqualTo(heard.epochs.get(1).validationAccuracy());
    assertThat(test.confusion().images()).isEqualTo(job.split().test().length);
    assertThat(accuracy(test)).isEqualTo(result.testAccuracy());
    assertThat(test.confusion().macroF1()).isEqualTo(result.testF1());
    assertThat(test.confusion().classes()).containsExactly("red", "green", "blue");
    assertThat(test.calibrationError()).isBetween(0.0, 1.0);
  }

  private static double accuracy(SplitEvaluation evaluation) {
    List<ClassCounts> classes = evaluation.confusion().byClass();
    long hits = classes.stream().mapToLong(ClassCounts::hits).sum();
    return (double) hits / evaluation.confusion().images();
  }

  @Test
  void engineArrays_overEpochs_doNotGrowAndAreFreedAtTheEnd() {
    int before = engineArrays();
    Heard heard = new Heard();
    train(Jobs.job(Jobs.how("augmentation", "cutmix"), 4, 1, Optional.empty()), heard);
    assertThat(heard.arrays.get(0)).isGreaterThan(before + 100);
    assertThat(heard.arrays).containsOnly(heard.arrays.get(0));
    assertThat(engineArrays()).isEqualTo(before);
  }

  /** The loss of plain validation pictures shows too that these are never augmented. */
  @Test
  void modelFolder_loadedBack_givesTheLossOfTheLastEpoch(@TempDir Path folder) {
    Heard heard = new Heard();
    Hyperparameters how = Jobs.how("augmentation", "mixup", "lr", "1.5e-4");
    TrainingJob job = Jobs.job(how, 2, 1, Optional.of(folder));
    train(job, heard);
    double expected = heard.epochs.get(1).validationLoss();

    try (Classifier network = new DjlNetworks().load(new ModelFolder(folder))) {
      assertThat(validationLoss(network, job)).isCloseTo(expected, within(1e-5 * expected));
    }
  }

  private static double validationLoss(Classifier network, TrainingJob job) {
    int[] validation = job.split().validation();
    List<double[]> shares =
        network.probabilities(
            Arrays.stream(validation).mapToObj(i -> pixels(job.images(), i)).toList());
    return IntStream.range(0, validation.length)
        .mapToDouble(i -> -Math.log(shares.get(i)[job.images().labels()[validation[i]]]))
        .average()
        .orElseThrow();
  }

  private static byte[] pixels(ImageSet images, int index) {
    int from = index * ImageSet.IMAGE_BYTES;
    return Arrays.copyOfRange(images.pixels(), from, from + ImageSet.IMAGE_BYTES);
  }

  @Test
  void stepTimer_ofTheRealEngine_timesSteps() {
    StepBenchmark timer = new StepBenchmark(new DjlTrainer(), Duration.ZERO, Duration.ofMinutes(1));
    StepBenchmark.Trial trial =
        timer.time(Jobs.how("batch_size", "70", "lr", "1.0e-6"), Jobs.images(60));
    assertThat(trial.stepSeconds()).hasSize(1).allMatch(seconds -> seconds > 0);
    assertThat(trial.preparation().facts()).containsKeys("device", "pytorch");
  }

  private static List<Double> losses(long seed) {
    Heard heard = new Heard();
    train(Jobs.job(Jobs.how("augmentation", "random"), 2, seed, Optional.empty()), heard);
    List<Double> result = new ArrayList<>();
    for (EpochResult epoch : heard.epochs) {
      result.add(epoch.loss());
      result.add(epoch.validationLoss());
    }
    return result;
  }

  private static TrainingResult train(TrainingJob job, TrainingObserver observer) {
    return new DjlTrainer().train(job, observer);
  }

  private static int engineArrays() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      return manager.getParentManager().getManagedArrays().size();
    }
  }
}
