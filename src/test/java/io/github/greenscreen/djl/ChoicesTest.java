package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.run.network.ModelFolder;
import io.github.greenscreen.run.network.NetworkFile;
import io.github.greenscreen.training.engine.AugmentedPreview;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a choice of {@code config.yaml} changes in a real training: parameters after three steps,
 * pictures and labels, rates, steps. {@code DeviceImagesTest} holds what preprocessing does.
 */
class ChoicesTest {
  @TempDir private Path folder;

  /** Watches a training of three steps per epoch. */
  private static final class Watch implements TrainingObserver {
    final List<Double> rates = new ArrayList<>();
    final List<Integer> images = new ArrayList<>();
    final List<Double> losses = new ArrayList<>();
    Map<String, String> facts;
    AugmentedPreview batch;
    int steps;

    @Override
    public int previewSize() {
      return 64;
    }

    @Override
    public void previewReady(AugmentedPreview seen) {
      batch = seen;
    }

    @Override
    public void trainingBegins(EngineInfo preparation) {
      facts = preparation.facts();
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches) {
      steps++;
    }

    @Override
    public void epochEnded(EpochResult result) {
      rates.add(result.learningRate());
      losses.add(result.loss());
      images.add(result.images());
    }
  }

  @Test
  void optimizerAndMomentum_always_moveTheParametersTheirOwnWay() {
    Set<List<Float>> seen = new HashSet<>();
    int trained = 0;
    for (String optimizer : List.of("RMSProp", "SGD", "Adam", "AdamW")) {
      for (String momentum : List.of("0.0", "0.5", "0.9", "0.99")) {
        String[] choice = {"optimizer", optimizer, "optimizer_momentum", momentum, "lr", "8.0e-4"};
        seen.add(parametersAfterThreeSteps(folder.resolve("model" + trained++), choice));
      }
    }
    assertThat(seen).hasSize(trained);
  }

  @Test
  void preprocessing_always_changesWhatIsLearnt() {
    Set<List<Float>> seen = new HashSet<>();
    for (String kind : List.of("None", "standardization", "robust_scaling", "minmax")) {
      seen.add(parametersAfterThreeSteps(folder.resolve(kind), "preprocessing", kind));
    }
    assertThat(seen).hasSize(4);
  }

  @Test
  void memoryFormat_contiguous_isRecordedAndLearnsTheSame() {
    Watch last = train(1, "memory_format", "channels_last");
    Watch contiguous = train(1, "memory_format", "contiguous");
    assertThat(last.facts).containsEntry("memory_format", "channels_last");
    assertThat(contiguous.facts).containsEntry("memory_format", "contiguous");
    assertThat(contiguous.losses.get(0)).isCloseTo(last.losses.get(0), within(0.02));
  }

  /** Three steps per epoch; with 80 % of 60 images in batches of 16. */
  @ParameterizedTest
  @CsvSource({
    "constant,    run, 0.01,                 0.01",
    "exponential, run, 0.01,                 0.01",
    "exponential, 2,   0.0096,               0.009216",
    "polynomial,  run, 0.0067,               0.00175",
    "polynomial,  4,   0.00505,              0.0001",
    "cosine,      run, 0.0075,               0.0006698729810778064",
    "cosine,      4,   0.005,                0",
  })
  void schedule_overTwoEpochs_movesTheRateOfTheLog(
      String schedule, String decaySteps, double first, double second) {
    Watch watch = train(2, "lr_schedule", schedule, "decay_steps", decaySteps);
    assertThat(watch.rates).hasSize(2);
    assertThat(watch.rates.get(0)).isCloseTo(first, within(1e-8));
    assertThat(watch.rates.get(1)).isCloseTo(second, within(1e-8));
  }

  @ParameterizedTest
  @CsvSource({"60-20-20, 36", "70-15-15, 42", "80-10-10, 48", "90-5-5, 54"})
  void partitioning_always_decidesHowManyImagesTrain(String partitioning, int images) {
    assertThat(train(1, "partitioning", partitioning).images).containsExactly(images);
  }

  @ParameterizedTest
  @CsvSource({"4, 12", "32, 2", "64, 1", "128, 1"})
  void batchSize_always_decidesTheStepsOfAnEpoch(String size, int steps) {
    assertThat(train(1, "batch_size", size).steps).isEqualTo(steps);
  }

  @Test
  void augmentation_always_changesPicturesAndLabelsItsOwnWay() {
    AugmentedPreview plain = train(1, "augmentation", "None").batch;
    AugmentedPreview random = train(1, "augmentation", "random").batch;
    AugmentedPreview mixup = train(1, "augmentation", "mixup").batch;
    AugmentedPreview cutmix = train(1, "augmentation", "cutmix").batch;

    assertThat(plain.size()).isEqualTo(16);
    assertThat(random.pixels()).isNotEqualTo(plain.pixels());
    assertThat(random.labels()).isEqualTo(plain.labels());
    assertThat(mixed(plain)).isZero();
    assertThat(mixed(mixup)).isPositive();
    assertThat(mixed(cutmix)).isPositive();
    for (AugmentedPreview batch : List.of(plain, random, mixup, cutmix)) {
      for (int i = 0; i < batch.size(); i++) {
        float sum = batch.share(i, 0) + batch.share(i, 1) + batch.share(i, 2);
        assertThat(sum).isCloseTo(1, within(1e-6f));
      }
    }
  }

  private static int mixed(AugmentedPreview batch) {
    int count = 0;
    for (float share : batch.labels()) {
      count += share > 0.001f && share < 0.999f ? 1 : 0;
    }
    return count;
  }

  private static Watch train(int epochs, String... choice) {
    return train(epochs, Optional.empty(), choice);
  }

  private static Watch train(int epochs, Optional<Path> model, String... choice) {
    List<String> all = new ArrayList<>(List.of("batch_size", "16"));
    all.addAll(Arrays.asList(choice));
    Watch watch = new Watch();
    String[] values = all.toArray(String[]::new);
    new DjlTrainer().train(Jobs.job(Jobs.how(values), epochs, 1, model), watch);
    return watch;
  }

  private static List<Float> parametersAfterThreeSteps(Path folder, String... choice) {
    assertThat(train(1, Optional.of(folder), choice).steps).isEqualTo(3);
    NetworkFile file = NetworkFile.read(new ModelFolder(folder).network());
    FloatBuffer first = file.content("conv1.weight").asFloatBuffer();
    List<Float> values = new ArrayList<>();
    while (first.hasRemaining()) {
      values.add(first.get());
    }
    return values;
  }
}
