package io.github.greenscreen.training.hyperparameter;

import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.run.model.Patience;
import io.github.greenscreen.space.DidYouMean;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The registry of all hyperparameters and their legal values, for {@code config.yaml} and {@code
 * --set}.
 */
public final class HyperparameterRegistry {
  /** Names of the available data sets. */
  public static final List<String> DATASETS = List.of("cifar10", "cifar100", "shapes", "folder");

  /** The value of {@code decay_steps} and {@code pruning_end} that means all steps of the run. */
  static final String WHOLE_RUN = "run";

  /** The value of {@code weight_decay} that means the optimizer's own. */
  static final String OF_THE_OPTIMIZER = "optimizer";

  /** The value of {@code dropout} and {@code stochastic_depth} that means the network's own. */
  static final String OF_THE_NETWORK = "network";

  /** The value of {@code gradient_clipping} that means no limit, and of {@code weights}. */
  public static final String NONE = "None";

  /** The name of the parameter for a file of pretrained weights. */
  public static final String WEIGHTS = "weights";

  private static final int MIN_IMAGE_SIZE = 8;
  private static final int MAX_IMAGE_SIZE = 1024;

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  private static final Map<String, HyperparameterDeclaration> DECLARATIONS = declarations();

  private HyperparameterRegistry() {}

  /** Return the declarations of all hyperparameters in their order. */
  public static List<HyperparameterDeclaration> all() {
    return List.copyOf(DECLARATIONS.values());
  }

  /** Return the names of all hyperparameters. */
  public static List<String> names() {
    return List.copyOf(DECLARATIONS.keySet());
  }

  /**
   * Return an error message for an invalid {@code name} or {@code value}, for instance {@code
   * unknown augmentation "mixupp"; expected one of None, random, mixup, cutmix (did you mean
   * "mixup"?)}, or empty if both are valid.
   */
  public static Optional<String> problem(String name, String value) {
    HyperparameterDeclaration declaration = DECLARATIONS.get(name);
    if (declaration == null) {
      return Optional.of(
          "unknown parameter \"%s\"; expected one of %s%s"
              .formatted(name, String.join(", ", names()), DidYouMean.hint(name, names())));
    }
    return declaration.problem(value);
  }

  /**
   * Return how {@code value} of hyperparameter {@code name} is recorded: a file of weights by its
   * absolute path, because a run may be started from another folder; everything else as it is.
   */
  public static String recorded(String name, String value) {
    return name.equals(WEIGHTS) && !value.equalsIgnoreCase(NONE)
        ? Path.of(value).toAbsolutePath().normalize().toString()
        : value;
  }

  /** Return the default of hyperparameter {@code name}. */
  public static String defaultValue(String name) {
    return DECLARATIONS.get(name).defaultValue();
  }

  private static Map<String, HyperparameterDeclaration> declarations() {
    List<HyperparameterDeclaration> all =
        List.of(
            choice(
                "preprocessing", Preprocessing.class, Preprocessing.NONE, "scaling of the pixels"),
            choice(
                "augmentation",
                Augmentation.class,
                Augmentation.NONE,
                "random changes of the training images"),
            choice("precision", Precision.class, Precision.FLOAT32, "number format"),
            range(
                "batch_size",
                "a whole number above 0",
                "32",
                HyperparameterRegistry::isCount,
                "images per forward pass of training"),
            range(
                "accumulate",
                "a whole number above 0",
                "1",
                HyperparameterRegistry::isCount,
                "batches whose gradients are averaged for one step of the optimizer"),
            range(
                "partitioning",
                "percent of training, validation and test images that sum to 100, such as "
                    + "80-10-10",
                "80-10-10",
                text -> Partition.parse(text).filter(each -> !each.isJoined()).isPresent(),
                "split of the images"),
            range(
                "lr",
                "a number above 0",
                "8.0e-4",
                text -> number(text) > 0,
                "initial learning rate"),
            choice(
                "lr_schedule", LrSchedule.class, LrSchedule.CONSTANT, "learning rate over the run"),
            range(
                "optimizer_momentum",
                "a number of at least 0 and below 1",
                "0.9",
                text -> number(text) >= 0 && number(text) < 1,
                "momentum of SGD, RMSProp, and Muon, β₁ of Adam and AdamW"),
            choice("optimizer", OptimizerKind.class, OptimizerKind.ADAM, "optimizer"),
            range(
                "weight_decay",
                "\"optimizer\" for that of the optimizer (0.001 for AdamW, else 0), or a number of "
                    + "at least 0",
                OF_THE_OPTIMIZER,
                text -> text.equals(OF_THE_OPTIMIZER) || number(text) >= 0,
                "weight decay: decoupled for AdamW and Muon, otherwise added to the gradient"),
            range(
                "gradient_clipping",
                "None or a number above 0",
                NONE,
                text -> text.equalsIgnoreCase(NONE) || number(text) > 0,
                "largest norm of the whole gradient; a longer one is shortened"),
            range(
                "label_smoothing",
                "a number of at least 0 and below 1",
                "0",
                text -> number(text) >= 0 && number(text) < 1,
                "share of each label that the loss spreads evenly over all classes"),
            range(
                "weight_averaging",
                "a number of at least 0 and below 1",
                "0",
                text -> number(text) >= 0 && number(text) < 1,
                "decay of the moving average of the weights that is validated and delivered; 0 for "
                    + "the weights themselves"),
            range(
                "dropout",
                "\"network\" for that of the network (0.2 for efficientnet_b0, else 0), or a number "
                    + "of at least 0 and below 1",
                OF_THE_NETWORK,
                HyperparameterRegistry::isShareUnlessNetwork,
                "share of the numbers before the last layer that training sets to 0"),
            range(
                "stochastic_depth",
                "\"network\" for that of the network (0.2 for efficientnet_b0, 0.1 for "
                    + "convnext_tiny, else 0), or a number of at least 0 and below 1",
                OF_THE_NETWORK,
                HyperparameterRegistry::isShareUnlessNetwork,
                "probability that training leaves out the last residual branch for an image; "
                    + "earlier ones are left out less often"),
            choice(
                "pruning_schedule",
                PruningSchedule.class,
                PruningSchedule.NONE,
                "growth of the share of weights that training sets to 0, the sparsity"),
            range(
                "initial_sparsity",
                "a number of at least 0 and below 1",
                "0",
                text -> number(text) >= 0 && number(text) < 1,
                "sparsity at which the polynomial schedule begins"),
            range(
                "final_sparsity",
                "a number above 0 and below 1",
                "0.5",
                text -> number(text) > 0 && number(text) < 1,
                "sparsity at the end of the pruning schedule"),
            range(
                "pruning_begin",
                "a whole number of at least 0",
                "0",
                text -> text.equals("0") || isCount(text),
                "steps of the optimizer before the first pruning"),
            range(
                "pruning_end",
                "\"run\" for all steps of the run, or a whole number above 0 such as 1000",
                WHOLE_RUN,
                text -> text.equals(WHOLE_RUN) || isCount(text),
                "steps of the optimizer before the last pruning"),
            range(
                "pruning_frequency",
                "a whole number above 0",
                "100",
                HyperparameterRegistry::isCount,
                "steps of the optimizer between two prunings"),
            choice(
                "pruning_scope",
                PruningScope.class,
                PruningScope.LAYER,
                "weights among which the smallest are pruned: of each layer, or of all"),
            choice(
                "pruning_structure",
                PruningStructure.class,
                PruningStructure.UNSTRUCTURED,
                "what is pruned: any weights, two of each four consecutive inputs, or whole "
                    + "filters, which are removed in the end"),
            flag(
                "test_time_flip",
                "whether validation and test average the logits of each image and its mirror image"),
            choice(
                "internal", ExecutionMode.class, ExecutionMode.NONE, "quantisation or compilation"),
            choice("model", NetworkKind.class, NetworkKind.RESNET50, "network"),
            choice(
                "stem",
                Stem.class,
                Stem.IMAGENET,
                "first layers of resnet18, resnet50, and efficientnet_b0"),
            range(
                WEIGHTS,
                "None or a file of weights (.safetensors, .pth, .pt)",
                NONE,
                HyperparameterRegistry::isPath,
                "pretrained weights to begin with"),
            choice(
                "freeze",
                Freeze.class,
                Freeze.NONE,
                "layers that keep their pretrained weights: all but the last, or none"),
            choice(
                "initialization",
                Initialization.class,
                Initialization.RANDOM,
                "initial weights; whitening fixes the first convolution of airbench"),
            choice(
                "memory_format",
                MemoryFormat.class,
                MemoryFormat.CHANNELS_LAST,
                "order of images and weights in memory"),
            choice(
                "data_location",
                DataLocation.class,
                DataLocation.DEVICE,
                "where the images are kept: on the GPU, or on the host, which copies every batch"),
            flag(
                "pin_memory",
                "whether batches from the host are copied from pinned memory, asynchronously"),
            range(
                "decay_steps",
                "\"run\" for the default of the schedule, mostly all steps after the warm-up, or a whole "
                    + "number above 0 such as 1000",
                WHOLE_RUN,
                text -> text.equals(WHOLE_RUN) || isCount(text),
                "length of the decay of the learning rate, in steps"),
            range(
                "warmup_steps",
                "a whole number of at least 0",
                "0",
                text -> text.equals("0") || isCount(text),
                "steps in which the learning rate rises linearly before its schedule begins"),
            HyperparameterDeclaration.choice(
                "dataset", DATASETS, "cifar10", DATASETS::contains, "images to train on"),
            range(
                "image_size",
                "a whole number from 8 to 1024",
                "32",
                HyperparameterRegistry::isImageSize,
                "height and width of the images in pixels, to which they are resized and cropped"),
            range(
                "epochs",
                "a whole number above 0",
                "50",
                HyperparameterRegistry::isCount,
                "passes over the training images"),
            range(
                Patience.PARAMETER,
                "None or a whole number above 0",
                NONE,
                text -> text.equalsIgnoreCase(NONE) || isCount(text),
                "epochs without a new lowest validation loss after which training ends early"),
            range(
                "seed",
                "a whole number",
                "22",
                text -> text.matches("0|-?[1-9]\\d{0,17}"),
                "seed of splits, weights and augmentation"));
    Map<String, HyperparameterDeclaration> byName = new LinkedHashMap<>();
    all.forEach(declaration -> byName.put(declaration.name(), declaration));
    return Collections.unmodifiableMap(byName);
  }

  private static <E extends Enum<E> & ConfigChoice> HyperparameterDeclaration choice(
      String name, Class<E> type, E defaultValue, String meaning) {
    return HyperparameterDeclaration.choice(
        name,
        ConfigChoice.configNames(type),
        defaultValue.configName(),
        text -> ConfigChoice.find(type, text).isPresent(),
        meaning);
  }

  private static HyperparameterDeclaration flag(String name, String meaning) {
    return HyperparameterDeclaration.choice(
        name,
        List.of("false", "true"),
        "false",
        text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"),
        meaning);
  }

  private static HyperparameterDeclaration range(
      String name, String expected, String defaultValue, Predicate<String> legal, String meaning) {
    return new HyperparameterDeclaration(name, List.of(), expected, defaultValue, legal, meaning);
  }

  private static boolean isShareUnlessNetwork(String text) {
    return text.equals(OF_THE_NETWORK) || (number(text) >= 0 && number(text) < 1);
  }

  private static boolean isPath(String text) {
    try {
      return !text.isBlank() && Path.of(text).getNameCount() > 0;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isCount(String text) {
    return text.matches("[1-9]\\d{0,8}");
  }

  private static boolean isImageSize(String text) {
    return isCount(text)
        && Integer.parseInt(text) >= MIN_IMAGE_SIZE
        && Integer.parseInt(text) <= MAX_IMAGE_SIZE;
  }

  /** Return {@code text} as a finite decimal number, or NaN; Java's 1d is not one. */
  private static double number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? Double.NaN : value;
  }
}
