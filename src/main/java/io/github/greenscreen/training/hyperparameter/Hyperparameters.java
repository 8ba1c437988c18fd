package io.github.greenscreen.training.hyperparameter;

import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.run.model.Patience;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The validated, typed hyperparameters of a training.
 *
 * @param model the network
 * @param stem its first layers; not every network has a choice
 * @param initialization how its weights begin
 * @param weights file of pretrained weights to begin with; empty for random weights
 * @param freeze layers that keep their pretrained weights
 * @param memoryFormat order of images and weights in memory
 * @param preprocessing preprocessing of pixels
 * @param augmentation augmentation of training images
 * @param precision number format
 * @param batchSize images per forward pass of training, at least 1
 * @param accumulate batches whose gradients are averaged for a step of the optimizer, at least 1
 * @param placement where the images are kept
 * @param partition shares of training, validation and test images
 * @param imageSize height and width of the images, in pixels
 * @param patience epochs without a new lowest validation loss that end the training early; empty to
 *     train all epochs
 * @param learningRate learning rate over the run
 * @param optimizer the optimizer
 * @param labelSmoothing share of each label that is spread evenly over all classes in the loss of
 *     training, at least 0 and below 1
 * @param averaging decay of the moving average of the parameters that is validated and delivered,
 *     below 1; 0 for none
 * @param regularization what training leaves out of the network at random
 * @param pruning the pruning of weights
 * @param flipsInTest whether validation and test average the logits of images and mirror images
 * @param internal quantisation or compilation
 */
public record Hyperparameters(
    NetworkKind model,
    Stem stem,
    Initialization initialization,
    Optional<Path> weights,
    Freeze freeze,
    MemoryFormat memoryFormat,
    Preprocessing preprocessing,
    Augmentation augmentation,
    Precision precision,
    int batchSize,
    int accumulate,
    DataPlacement placement,
    Partition partition,
    int imageSize,
    OptionalInt patience,
    LearningRate learningRate,
    OptimizerSettings optimizer,
    double labelSmoothing,
    double averaging,
    Regularization regularization,
    Pruning pruning,
    boolean flipsInTest,
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
        values.option("initialization", Initialization.class),
        values.file(HyperparameterRegistry.WEIGHTS),
        values.option("freeze", Freeze.class),
        values.option("memory_format", MemoryFormat.class),
        values.option("preprocessing", Preprocessing.class),
        values.option("augmentation", Augmentation.class),
        values.option("precision", Precision.class),
        values.count("batch_size"),
        values.count("accumulate"),
        values.placement(),
        values.partition(),
        values.count("image_size"),
        values.countUnlessNone(Patience.PARAMETER),
        values.learningRate(),
        values.optimizer(),
        values.number("label_smoothing"),
        values.number("weight_averaging"),
        values.regularization(),
        values.pruning(),
        Boolean.parseBoolean(values.text("test_time_flip")),
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

    /** Joined images are not for users to choose, because nothing could be ranked without them. */
    Partition partition() {
      return configuration
          .find("partitioning")
          .flatMap(Partition::parse)
          .orElseGet(() -> Partition.parse(text("partitioning")).orElseThrow());
    }

    int count(String name) {
      return Integer.parseInt(text(name));
    }

    OptionalInt countUnlessNone(String name) {
      return text(name).equalsIgnoreCase(HyperparameterRegistry.NONE)
          ? OptionalInt.empty()
          : OptionalInt.of(count(name));
    }

    double number(String name) {
      return Double.parseDouble(text(name));
    }

    Optional<Path> file(String name) {
      return Optional.of(text(name))
          .filter(text -> !text.equalsIgnoreCase(HyperparameterRegistry.NONE))
          .map(Path::of);
    }

    DataPlacement placement() {
      return new DataPlacement(
          option("data_location", DataPlacement.Location.class),
          Boolean.parseBoolean(text("pin_memory")));
    }

    LearningRate learningRate() {
      return new LearningRate(
          number("lr"),
          option("lr_schedule", LrSchedule.class),
          countUnlessWholeRun("decay_steps"),
          count("warmup_steps"));
    }

    Regularization regularization() {
      return new Regularization(
          numberUnless("dropout", HyperparameterRegistry.OF_THE_NETWORK),
          numberUnless("stochastic_depth", HyperparameterRegistry.OF_THE_NETWORK));
    }

    Pruning pruning() {
      return new Pruning(
          option("pruning_schedule", PruningSchedule.class),
          number("initial_sparsity"),
          number("final_sparsity"),
          count("pruning_begin"),
          countUnlessWholeRun("pruning_end"),
          count("pruning_frequency"),
          option("pruning_scope", PruningScope.class),
          option("pruning_structure", PruningStructure.class));
    }

    private OptionalInt countUnlessWholeRun(String name) {
      return text(name).equals(HyperparameterRegistry.WHOLE_RUN)
          ? OptionalInt.empty()
          : OptionalInt.of(count(name));
    }

    OptimizerSettings optimizer() {
      return new OptimizerSettings(
          option("optimizer", OptimizerKind.class),
          number("optimizer_momentum"),
          numberUnless("weight_decay", HyperparameterRegistry.OF_THE_OPTIMIZER),
          numberUnless("gradient_clipping", HyperparameterRegistry.NONE));
    }

    private OptionalDouble numberUnless(String name, String word) {
      return text(name).equalsIgnoreCase(word)
          ? OptionalDouble.empty()
          : OptionalDouble.of(number(name));
    }

    <E extends Enum<E> & ConfigChoice> E option(String name, Class<E> type) {
      return ConfigChoice.find(type, text(name)).orElseThrow();
    }
  }
}
