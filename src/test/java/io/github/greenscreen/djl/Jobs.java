package io.github.greenscreen.djl;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.Splits;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small trainings of ResNet-20 on pictures that are easy to tell apart. */
final class Jobs {
  private Jobs() {}

  /** Names and values in turn; what they lack is ResNet-20 in float32. */
  static Hyperparameters how(String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("model", "resnet20");
    values.put("precision", "float32");
    values.put("preprocessing", "standardization");
    values.put("lr", "0.01");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Hyperparameters.of(Configuration.of(values));
  }

  static TrainingJob job(Hyperparameters how, int epochs, long seed, Optional<Path> folder) {
    return job(images(60), how, epochs, seed, folder);
  }

  static TrainingJob job(
      ImageSet images, Hyperparameters how, int epochs, long seed, Optional<Path> folder) {
    return new TrainingJob(
        how,
        epochs,
        seed,
        images,
        Splits.draw(images, how.partition(), 1),
        folder,
        Optional.empty());
  }

  /** Noise about a red, green or blue brightness that tells the three classes apart. */
  static ImageSet images(int count) {
    Random random = new Random(5);
    byte[] pixels = new byte[count * ImageSet.IMAGE_BYTES];
    byte[] labels = new byte[count];
    int plane = ImageSet.SIDE * ImageSet.SIDE;
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 3);
      for (int at = 0; at < ImageSet.IMAGE_BYTES; at++) {
        int base = at / plane == labels[i] ? 120 : 60;
        pixels[i * ImageSet.IMAGE_BYTES + at] = (byte) (base + random.nextInt(80));
      }
    }
    return new ImageSet("colours", List.of("red", "green", "blue"), pixels, labels);
  }

  /** Train {@code job} and return the results of its epochs. */
  static List<EpochResult> epochs(DjlTrainer trainer, TrainingJob job) {
    List<EpochResult> epochs = new ArrayList<>();
    trainer.train(
        job,
        new TrainingObserver() {
          @Override
          public void trainingBegins(EngineInfo preparation) {}

          @Override
          public void epochEnded(EpochResult result) {
            epochs.add(result);
          }
        });
    return epochs;
  }
}
