package io.github.greenscreen.training.hyperparameter;

import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.run.model.Patience;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The declarations of all hyperparameters, by what they are about. */
final class HyperparameterDeclarations {
  private static final int MIN_IMAGE_SIZE = 8;
  private static final int MAX_IMAGE_SIZE = 1024;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  private HyperparameterDeclarations() {}

  /** Return all declarations in the order in which they are listed. */
  static List<HyperparameterDeclaration> all() {
    return Stream.of(images(), optimization(), regularization(), network(), run())
        .flatMap(List::stream)
        .toList();
  }

  /** Return the declarations about images and their batches. */
  private static List<HyperparameterDeclaration> images() {
    return List.of(
        choice("preprocessing", Preprocessing.class, Preprocessing.NONE, "scaling of the pixels"),
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
            HyperparameterDeclarations::isCount,
            "images per forward pass of training"),
        range(
            "accumulate",
            "a whole number above 0",
            "1",
            HyperparameterDeclarations::isCount,
            "batches whose gradients are averaged for one step of the optimizer"),
        range(
            "partitioning",
            "percent of training, validation and test images that sum to 100, such as "
                + "80-10-10",
            "80-10-10",
            text -> Partition.parse(text).filter(each -> !each.isJoined()).isPresent(),
            "split of the images"));
  }

  /** Return the declarations about the loss and the optimizer. */
  private static List<HyperparameterDeclaration> optimization() {
    return List.of(
        range(
            "lr", "a number above 0", "8.0e-4", text -> number(text) > 0, "initial learning rate"),
        choice("lr_schedule", LrSchedule.class, LrSchedule.CONSTANT, "learning rate over the run"),
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
            HyperparameterRegistry.OF_THE_OPTIMIZER,
            text -> text.equals(HyperparameterRegistry.OF_THE_OPTIMIZER) || number(text) >= 0,
            "weight decay: decoupled for AdamW and Muon, otherwise added to the gradient"),
        range(
            "gradient_clipping",
            "None or a number above 0",
            HyperparameterRegistry.NONE,
            text -> text.equalsIgnoreCase(HyperparameterRegistry.NONE) || number(text) > 0,
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
                + "the weights themselves"));
  }

  /** Return the declarations about dropout, stochastic depth, and pruning. */
  private static List<HyperparameterDeclaration> regularization() {
    return List.of(
        range(
            "dropout",
            "\"network\" for that of the network (0.2 for efficientnet_b0, else 0), or a number "
                + "of at least 0 and below 1",
            HyperparameterRegistry.OF_THE_NETWORK,
            HyperparameterDeclarations::isShareUnlessNetwork,
            "share of the numbers before the last layer that training sets to 0"),
        range(
            "stochastic_depth",
            "\"network\" for that of the network (0.2 for efficientnet_b0, 0.1 for "
                + "convnext_tiny, else 0), or a number of at least 0 and below 1",
            HyperparameterRegistry.OF_THE_NETWORK,
            HyperparameterDeclarations::isShareUnlessNetwork,
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
            HyperparameterRegistry.WHOLE_RUN,
            text -> text.equals(HyperparameterRegistry.WHOLE_RUN) || isCount(text),
            "steps of the optimizer before the last pruning"),
        range(
            "pruning_frequency",
            "a whole number above 0",
            "100",
            HyperparameterDeclarations::isCount,
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
                + "filters, which are removed in the end"));
  }

  /** Return the declarations about the network and how it is computed. */
  private static List<HyperparameterDeclaration> network() {
    return List.of(
        flag(
            "test_time_flip",
            "whether validation and test average the logits of each image and its mirror image"),
        choice("internal", ExecutionMode.class, ExecutionMode.NONE, "quantisation or compilation"),
        choice("model", NetworkKind.class, NetworkKind.RESNET50, "network"),
        choice(
            "stem",
            Stem.class,
            Stem.IMAGENET,
            "first layers of resnet18, resnet50, and efficientnet_b0"),
        range(
            HyperparameterRegistry.WEIGHTS,
            "None or a file of weights (.safetensors, .pth, .pt)",
            HyperparameterRegistry.NONE,
            HyperparameterDeclarations::isPath,
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
            "order of images and weights in memory"));
  }

  /** Return the declarations about the data and the course of the run. */
  private static List<HyperparameterDeclaration> run() {
    return List.of(
        choice(
            "data_location",
            DataPlacement.Location.class,
            DataPlacement.Location.DEVICE,
            "where the images are kept: on the GPU, or on the host, which copies every batch"),
        flag(
            "pin_memory",
            "whether batches from the host are copied from pinned memory, asynchronously"),
        range(
            "decay_steps",
            "\"run\" for the default of the schedule, mostly all steps after the warm-up, or a whole "
                + "number above 0 such as 1000",
            HyperparameterRegistry.WHOLE_RUN,
            text -> text.equals(HyperparameterRegistry.WHOLE_RUN) || isCount(text),
            "length of the decay of the learning rate, in steps"),
        range(
            "warmup_steps",
            "a whole number of at least 0",
            "0",
            text -> text.equals("0") || isCount(text),
            "steps in which the learning rate rises linearly before its schedule begins"),
        HyperparameterDeclaration.choice(
            "dataset",
            HyperparameterRegistry.DATASETS,
            "cifar10",
            HyperparameterRegistry.DATASETS::contains,
            "images to train on"),
        range(
            "image_size",
            "a whole number from 8 to 1024",
            "32",
            HyperparameterDeclarations::isImageSize,
            "height and width of the images in pixels, to which they are resized and cropped"),
        range(
            "epochs",
            "a whole number above 0",
            "50",
            HyperparameterDeclarations::isCount,
            "passes over the training images"),
        range(
            Patience.PARAMETER,
            "None or a whole number above 0",
            HyperparameterRegistry.NONE,
            text -> text.equalsIgnoreCase(HyperparameterRegistry.NONE) || isCount(text),
            "epochs without a new lowest validation loss after which training ends early"),
        range(
            "seed",
            "a whole number",
            "22",
            text -> text.matches("0|-?[1-9]\\d{0,17}"),
            "seed of splits, weights and augmentation"));
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
    return text.equals(HyperparameterRegistry.OF_THE_NETWORK)
        || (number(text) >= 0 && number(text) < 1);
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
