package io.github.greenscreen.djl.acceptance;

import ai.djl.pytorch.jni.JniUtils;
import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.djl.DjlTrainer;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.benchmark.StepBenchmark;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Times training steps of ResNet-50, and counts the PyTorch operations per step of other modes. */
final class AcceptanceSpeed implements TrainingObserver {
  private static final List<Integer> BATCHES = List.of(4, 32, 128);
  private static final Duration MIN = Duration.ofSeconds(2);
  private static final Duration MAX = Duration.ofSeconds(60);

  /** Modes in which a step used to wait for the device. */
  static final List<Map<String, String>> COUNTED =
      List.of(
          Map.of("precision", "float32"),
          Map.of("precision", "float16"),
          Map.of("precision", "global_policy_float16"),
          Map.of("precision", "float32", "internal", "pre_quantization"),
          Map.of("precision", "float32", "augmentation", "cutmix"));

  /** Steps of an epoch; the first is not counted. */
  private static final int STEPS = 4;

  private static final int BATCH = 8;

  /** The name of a PyTorch operation in its profile. */
  private static final Pattern OPERATION = Pattern.compile("\"name\": \"aten::(\\w+)\"");

  /** The operation that copies a number from the device to the host. */
  private static final String READ_BACK = "_local_scalar_dense";

  private final Path profile;
  private int operations;
  private int readBacks;

  private AcceptanceSpeed(Path profile) {
    this.profile = profile;
  }

  /** Report images per second by batch size, then operations and read-backs per step. */
  static void run(DjlTrainer trainer, Path folder, Answers answers) {
    ImageSet images = DataSets.open("shapes", Optional.empty());
    StepBenchmark timer = new StepBenchmark(trainer, MIN, MAX);
    for (int batch : BATCHES) {
      Map<String, String> values =
          Map.of("model", "resnet50", "batch_size", Integer.toString(batch), "lr", "1.0e-6");
      List<Double> seconds = timer.time(how(values), images).stepSeconds();
      double median = seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
      answers.say("batch " + batch, Double.toString(batch / median));
    }
    COUNTED.forEach(mode -> count(mode, trainer, folder.resolve("profile"), answers));
  }

  /** The PyTorch operations and read-backs of a step, on average. */
  record Step(int operations, double readBacks) {}

  private static void count(
      Map<String, String> mode, DjlTrainer trainer, Path profile, Answers answers) {
    Step step = step(mode, trainer, profile);
    String name = String.join(", ", new TreeMap<>(mode).values());
    answers.say("step " + name, step.operations() + " " + step.readBacks());
  }

  /**
   * Count the PyTorch operations in a step of {@code mode}, from a profile in the file {@code
   * profile}.
   */
  static Step step(Map<String, String> mode, DjlTrainer trainer, Path profile) {
    Map<String, String> values = new TreeMap<>(mode);
    values.putAll(
        Map.of(
            "model", "resnet20",
            "optimizer", "SGD",
            "batch_size", Integer.toString(BATCH),
            "lr", "1.0e-4"));
    AcceptanceSpeed counted = new AcceptanceSpeed(profile);
    trainer.train(AcceptanceTraining.job(how(values), 2, STEPS * BATCH), counted);
    int steps = STEPS - 1;
    return new Step(counted.operations / steps, counted.readBacks / (double) steps);
  }

  private static Hyperparameters how(Map<String, String> values) {
    return Hyperparameters.of(Configuration.of(values));
  }

  @Override
  public void trainingBegins(EngineInfo preparation) {}

  @Override
  public void batchEnded(int epoch, int batch, int batches) {
    if (epoch == 1 && batch == 0) {
      JniUtils.startProfile(false, false, false);
    }
    if (epoch == 1 && batch == batches - 1) {
      JniUtils.stopProfile(profile.toString());
      read();
    }
  }

  private void read() {
    try {
      String text = Files.readString(profile, StandardCharsets.UTF_8);
      OPERATION
          .matcher(text)
          .results()
          .forEach(
              match -> {
                operations++;
                readBacks += match.group(1).equals(READ_BACK) ? 1 : 0;
              });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + profile, e);
    }
  }

  @Override
  public void epochEnded(EpochResult result) {}
}
