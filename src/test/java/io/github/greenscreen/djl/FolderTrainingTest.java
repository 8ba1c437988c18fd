package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.data.folder.ImageFiles;
import io.github.greenscreen.data.folder.ImageFolder;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.RunFixture;
import io.github.greenscreen.training.TrainingRun;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trains on folders of images, from the files to the results. */
class FolderTrainingTest {
  private static final List<String> CLASSES = List.of("blue", "green", "red");

  @TempDir private Path temporary;
  private Path data;

  /** Write images of several shapes, each of a shade of the colour of its class. */
  @BeforeEach
  void paint() throws IOException {
    data = temporary.resolve("colours");
    for (int i = 0; i < 24; i++) {
      for (int c = 0; c < CLASSES.size(); c++) {
        Path file = data.resolve("train/%s/%02d.png".formatted(CLASSES.get(c), i));
        ImageFiles.png(file, 20 + i, 40 - i, 0x404040 + ((100 + i) << (8 * c)));
      }
    }
    for (String name : CLASSES) {
      Path from = data.resolve("train").resolve(name);
      Files.createDirectories(data.resolve("val").resolve(name));
      for (int i = 20; i < 24; i++) {
        Files.move(from.resolve(i + ".png"), data.resolve("val/%s/%d.png".formatted(name, i)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "resnet20,        24, cutmix, post_quantization",
    "resnet20,        48, random, None",
    "vit_tiny,        24, mixup,  None",
    "resnet18,        48, cutmix, None",
    "efficientnet_b0, 24, None,   None",
  })
  void train_anySize_learnsAndLeavesTheTestOut(
      String model, int side, String augmentation, String internal) throws IOException {
    RunFolder folder =
        run(
            Map.of(
                "model", model,
                "image_size", Integer.toString(side),
                "augmentation", augmentation,
                "internal", internal),
            2);

    RunStatus status = training().train(folder, new Silence());

    assertThat(status.reason()).isEmpty();
    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(status.seconds()).doesNotContainKey("test");
    assertThat(status.environment().text("training_images")).isEqualTo("60");
    assertThat(Files.readString(folder.path().resolve("parameters.yaml")))
        .contains("image_size: " + side + "\n")
        .doesNotContain("test_accuracy")
        .doesNotContain("test_f1");
    assertThat(folder.read().epochs()).hasSize(4);
    assertThat(folder.read().epochs().get(2).valAccuracy()).isBetween(0.0, 1.0);
  }

  @Test
  void train_easyImages_areTold() throws IOException {
    RunFolder folder = run(Map.of("model", "resnet20", "image_size", "24"), 8);

    training().train(folder, new Silence());

    assertThat(folder.read().epochs().get(8).valAccuracy()).isGreaterThan(0.9);
  }

  @Test
  void train_withATestFolder_testsIt() throws IOException {
    for (String name : CLASSES) {
      Files.createDirectories(data.resolve("test").resolve(name));
      Files.copy(
          data.resolve("val/%s/23.png".formatted(name)),
          data.resolve("test/%s/1.png".formatted(name)));
    }
    RunFolder folder = run(Map.of("model", "resnet20", "image_size", "24"), 1);

    training().train(folder, new Silence());

    assertThat(folder.read().result().orElseThrow().testAccuracy()).isBetween(0.0, 1.0);
  }

  @Test
  void train_resumed_goesOnWithTheSameNumbers() throws IOException {
    Map<String, String> values =
        Map.of("model", "resnet20", "image_size", "24", "augmentation", "cutmix");
    RunFolder whole = run(values, 3);
    training().train(whole, new Silence());

    RunFolder resumed = interrupted(values);
    RunStatus status = training().train(resumed, new Silence());

    assertThat(status.reason()).isEmpty();
    assertThat(status.environment().text("resumed_from_epoch")).isEqualTo("1");
    for (int epoch = 1; epoch <= 3; epoch++) {
      assertThat(resumed.read().epochs().get(epoch).loss())
          .isEqualTo(whole.read().epochs().get(epoch).loss());
      assertThat(resumed.read().epochs().get(epoch).valLoss())
          .isEqualTo(whole.read().epochs().get(epoch).valLoss());
    }
  }

  @Test
  void train_resumedOnChangedImages_isRefused() throws IOException {
    RunFolder folder = interrupted(Map.of("model", "resnet20", "image_size", "24"));
    ImageFiles.png(data.resolve("train/red/00.png"), 9, 9, 0x123456);

    RunStatus status = training().train(folder, new Silence());

    assertThat(status.state()).isEqualTo(RunState.FAILED);
    assertThat(status.reason())
        .matches(
            "run 001: pictures is 72 \\(checksum [0-9a-f]{8}\\), but its checkpoint was trained "
                + "with 72 \\(checksum [0-9a-f]{8}\\); restore that value, or delete .* to start "
                + "over");
  }

  /** Train one epoch of three and then stop, as if the process had been interrupted. */
  private RunFolder interrupted(Map<String, String> values) {
    RunFolder folder = run(values, 3);
    TrainingRun training = training();
    RunStatus status =
        training.train(
            folder,
            new Silence() {
              @Override
              public void batchEnded(int epoch, int batch, int batches) {
                training.stopAfterEpoch();
              }
            });
    assertThat(status.state()).isEqualTo(RunState.INTERRUPTED);
    return folder;
  }

  private TrainingRun training() {
    Path cache = temporary.resolve("cache");
    return new TrainingRun(
        new DjlTrainer(),
        new NullMeter(),
        Duration.ofSeconds(1),
        (name, folder, side) -> images(folder.orElseThrow(), side, cache),
        Clock.systemUTC(),
        RunFixture.FACTS);
  }

  private static ImageSet images(Path folder, int side, Path cache) {
    return new ImageFolder(folder).read(side, cache, sentence -> {});
  }

  private RunFolder run(Map<String, String> values, int epochs) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put("precision", "float32");
    all.put("batch_size", "12");
    all.put("lr", "0.003");
    all.put("preprocessing", "standardization");
    RunPlan plan = new RunPlan(Configuration.of(all), 1, OptionalInt.of(epochs), "folder");
    return new RunStore(temporary.resolve("runs" + System.nanoTime()))
        .create(plan, RunStatus.waiting(RunPurpose.SWEEP, data.toString(), OptionalInt.empty()));
  }

  private static class Silence implements TrainingObserver {
    @Override
    public void trainingBegins(EngineInfo preparation) {}

    @Override
    public void epochEnded(EpochResult result) {}
  }
}
