package io.github.greenscreen.djl.selftest;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.ImageSet;
import io.github.greenscreen.data.ImageSets;
import io.github.greenscreen.data.Split;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.ExecutionMode;
import io.github.greenscreen.training.Hyperparameters;
import io.github.greenscreen.training.MemoryFormat;
import io.github.greenscreen.training.NetworkKind;
import io.github.greenscreen.training.Precision;
import io.github.greenscreen.training.Stem;
import io.github.greenscreen.training.TrainingJob;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What decides which kernels of the engine a training calls.
 *
 * @param batchSize images per step, at most as many as keep a test short
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

  /** Steps before the clock runs, which allocate and compile, and steps it runs for. */
  private static final int WARM_UP_STEPS = 1;

  private static final int STEPS = 3;

  /** So small that no test diverges. */
  private static final String LEARNING_RATE = "1.0e-6";

  private static final long SEED = 1;

  /** Return the workload of a training with {@code hyperparameters}. */
  public static Workload of(Hyperparameters hyperparameters) {
    boolean large =
        hyperparameters.model() == NetworkKind.RESNET50 && hyperparameters.stem() == Stem.CIFAR;
    return new Workload(
        hyperparameters.model(),
        hyperparameters.stem(),
        hyperparameters.precision(),
        hyperparameters.memoryFormat(),
        hyperparameters.internal(),
        Math.min(hyperparameters.batchSize(), large ? MAX_BATCH_OF_LARGE_IMAGES : MAX_BATCH));
  }

  /** Read the workload that {@link #text} wrote. */
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

  /** Say what would be trained: {@code resnet50 in float32}, for instance. */
  public String description() {
    String compiled = internal == ExecutionMode.NONE ? "" : " with " + internal.spelling();
    return model.spelling() + " in " + precision.spelling() + compiled;
  }

  /** Tell whether it computes in float32, without quantisation or compilation. */
  boolean isPlain() {
    return precision == Precision.FLOAT32 && internal == ExecutionMode.NONE;
  }

  /** Tell whether the step of epoch {@code epoch} of {@link #job} counts for the speed. */
  public static boolean counts(int epoch) {
    return epoch >= WARM_UP_STEPS;
  }

  /** Return a training that takes a few steps and validates after each. */
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
    values.put("model", model.spelling());
    values.put("stem", stem.spelling());
    values.put("precision", precision.spelling());
    values.put("memory_format", memoryFormat.spelling());
    values.put("internal", internal.spelling());
    values.put("batch_size", Integer.toString(batchSize));
    return values;
  }
}
