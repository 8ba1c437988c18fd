package io.github.greenscreen.djl.selftest;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.ImageSets;
import io.github.greenscreen.data.split.Split;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Precision;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The properties of a training that decide which kernels of the engine it calls.
 *
 * @param batchSize images per step, limited so that a test stays short
 */
public record Workload(
    NetworkKind model,
    Stem stem,
    Precision precision,
    MemoryFormat memoryFormat,
    ExecutionMode internal,
    int batchSize) {
  /** Images per step of a test; ResNet-50 with the CIFAR stem does 15 times the work per image. */
  private static final int MAX_BATCH = 16;

  private static final int MAX_BATCH_OF_LARGE_IMAGES = 4;

  /** Warm-up steps, which allocate and compile, and timed steps. */
  private static final int WARM_UP_STEPS = 1;

  private static final int STEPS = 3;

  /** Small enough that no test diverges. */
  private static final String LEARNING_RATE = "1.0e-6";

  private static final long SEED = 1;

  /** Return the workload of a training with {@code hyperparameters}. */
  public static Workload of(Hyperparameters hyperparameters) {
    boolean large = hyperparameters.model().hasStem() && hyperparameters.stem() == Stem.CIFAR;
    return new Workload(
        hyperparameters.model(),
        hyperparameters.stem(),
        hyperparameters.precision(),
        hyperparameters.memoryFormat(),
        hyperparameters.internal(),
        Math.min(hyperparameters.batchSize(), large ? MAX_BATCH_OF_LARGE_IMAGES : MAX_BATCH));
  }

  /** Parse the output of {@link #text}. */
  public static Workload parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.split(" ", -1)) {
      String[] parts = pair.split("=", 2);
      values.put(parts[0], parts[1]);
    }
    return of(Hyperparameters.of(Configuration.of(values)));
  }

  /** Return names and values, {@code model=resnet50 stem=imagenet …}. */
  String text() {
    return values().entrySet().stream()
        .map(value -> value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining(" "));
  }

  /** Describe the training, for instance {@code resnet50 in float32}. */
  public String description() {
    String compiled = internal == ExecutionMode.NONE ? "" : " with " + internal.configName();
    return model.configName() + " in " + precision.configName() + compiled;
  }

  /** Return whether it computes in float32, without quantisation or compilation. */
  boolean isPlain() {
    return precision == Precision.FLOAT32 && internal == ExecutionMode.NONE;
  }

  /** Return whether the step of epoch {@code epoch} of {@link #job} counts towards the speed. */
  public static boolean counts(int epoch) {
    return epoch >= WARM_UP_STEPS;
  }

  /** Return a job that trains a few steps and validates after each. */
  public TrainingJob job() {
    Map<String, String> values = new LinkedHashMap<>(values());
    values.put("lr", LEARNING_RATE);
    ImageSet images =
        ImageSets.limit(DataSets.open("shapes", Optional.empty()), 10 * MAX_BATCH, SEED);
    int[] training = IntStream.range(0, batchSize).toArray();
    int[] others = IntStream.range(batchSize, batchSize + Math.max(2, batchSize / 2)).toArray();
    return new TrainingJob(
        Hyperparameters.of(Configuration.of(values)),
        STEPS,
        SEED,
        images,
        new Split(training, others, others),
        Optional.empty(),
        Optional.empty());
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("model", model.configName());
    values.put("stem", stem.configName());
    values.put("precision", precision.configName());
    values.put("memory_format", memoryFormat.configName());
    values.put("internal", internal.configName());
    values.put("batch_size", Integer.toString(batchSize));
    return values;
  }
}
