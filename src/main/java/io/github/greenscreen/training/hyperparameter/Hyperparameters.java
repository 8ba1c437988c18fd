package io.github.greenscreen.training.hyperparameter;

import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.space.Configuration;
import java.util.OptionalInt;

/**
 * The validated, typed hyperparameters of a training.
 *
 * @param model the network
 * @param stem its first layers; not every network has a choice
 * @param memoryFormat order of images and weights in memory
 * @param preprocessing preprocessing of pixels
 * @param augmentation augmentation of training images
 * @param precision number format
 * @param batchSize images per step, at least 1
 * @param partition shares of training, validation and test images
 * @param learningRate initial learning rate, above 0
 * @param schedule learning-rate schedule
 * @param decaySteps length of the decay in steps, at least 1; empty for the default: all steps of
 *     the run (polynomial, cosine), every 1,000 steps (exponential)
 * @param momentum momentum of SGD and RMSProp, β₁ of Adam and AdamW; at least 0 and below 1
 * @param optimizer the optimiser
 * @param internal quantisation or compilation
 */
public record Hyperparameters(
    NetworkKind model,
    Stem stem,
    MemoryFormat memoryFormat,
    Preprocessing preprocessing,
    Augmentation augmentation,
    Precision precision,
    int batchSize,
    Partition partition,
    double learningRate,
    LrSchedule schedule,
    OptionalInt decaySteps,
    double momentum,
    OptimizerKind optimizer,
    ExecutionMode internal) {

  /**
   * Read {@code configuration}. A missing parameter takes the value of {@link
   * HyperparameterRegistry#defaultValue}; a value that {@link HyperparameterRegistry} rejects
   * throws {@link IllegalArgumentException} with the sentence for the user.
   */
  public static Hyperparameters of(Configuration configuration) {
    Values values = new Values(configuration);
    return new Hyperparameters(
        values.option("model", NetworkKind.class),
        values.option("stem", Stem.class),
        values.option("memory_format", MemoryFormat.class),
        values.option("preprocessing", Preprocessing.class),
        values.option("augmentation", Augmentation.class),
        values.option("precision", Precision.class),
        Integer.parseInt(values.text("batch_size")),
        Partition.parse(values.text("partitioning")).orElseThrow(),
        Double.parseDouble(values.text("lr")),
        values.option("lr_schedule", LrSchedule.class),
        values.decaySteps(),
        Double.parseDouble(values.text("optimizer_momentum")),
        values.option("optimizer", OptimizerKind.class),
        values.option("internal", ExecutionMode.class));
  }

  /** Typed access to the values of a configuration. */
  private record Values(Configuration configuration) {
    String text(String name) {
      String value =
          configuration.find(name).orElseGet(() -> HyperparameterRegistry.defaultValue(name));
      HyperparameterRegistry.problem(name, value)
          .ifPresent(
              problem -> {
                throw new IllegalArgumentException(problem);
              });
      return value;
    }

    OptionalInt decaySteps() {
      String value = text("decay_steps");
      return value.equals(HyperparameterRegistry.WHOLE_RUN)
          ? OptionalInt.empty()
          : OptionalInt.of(Integer.parseInt(value));
    }

    <E extends Enum<E> & ConfigChoice> E option(String name, Class<E> type) {
      return ConfigChoice.find(type, text(name)).orElseThrow();
    }
  }
}
