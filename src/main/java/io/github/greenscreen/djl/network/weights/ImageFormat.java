package io.github.greenscreen.djl.network.weights;

import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import io.github.greenscreen.weights.ImageProperties;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The images that pretrained weights expect.
 *
 * @param side height and width to which images are enlarged; empty if they keep their size, or if
 *     the network itself enlarges them
 * @param mean mean of each channel on the scale from 0 to 1; empty for that of the training images
 * @param deviation standard deviation of each channel, empty if {@code mean} is
 */
public record ImageFormat(OptionalInt side, List<Double> mean, List<Double> deviation) {
  private static final int IMAGENET_SIDE = 224;
  private static final List<Double> IMAGENET_MEAN = List.of(0.485, 0.456, 0.406);
  private static final List<Double> IMAGENET_DEVIATION = List.of(0.229, 0.224, 0.225);
  private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);

  public ImageFormat {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
  }

  /**
   * Return the format for {@code network}: what the files of the weights say, otherwise the usual
   * one of the library whose names they use.
   */
  static ImageFormat of(TargetNetwork network, NameScheme scheme, ImageProperties said) {
    OptionalInt side =
        isForLargeImages(network)
            ? OptionalInt.of(said.side().orElse(IMAGENET_SIDE))
            : OptionalInt.empty();
    if (!said.mean().isEmpty()) {
      return new ImageFormat(side, said.mean(), said.deviation());
    }
    if (network.kind() == NetworkKind.VIT_BASE && scheme != NameScheme.TORCHVISION) {
      return new ImageFormat(side, HALF, HALF);
    }
    return isTrainedOnImageNet(network)
        ? new ImageFormat(side, IMAGENET_MEAN, IMAGENET_DEVIATION)
        : new ImageFormat(side, List.of(), List.of());
  }

  /** Return whether the first layers reduce images so that they need to be large. */
  private static boolean isForLargeImages(TargetNetwork network) {
    return network.kind() == NetworkKind.CONVNEXT_TINY
        || (network.kind().hasStem() && network.stem() == Stem.IMAGENET);
  }

  /** Return whether weights that fit the network usually come from ImageNet. */
  private static boolean isTrainedOnImageNet(TargetNetwork network) {
    return switch (network.kind()) {
      case VIT_BASE, CONVNEXT_TINY, EFFICIENTNET_B0 -> true;
      case RESNET18, RESNET50 -> network.stem() == Stem.IMAGENET;
      default -> false;
    };
  }

  /** Return what happens to images, in words. */
  public String description() {
    String size =
        side.isPresent() ? "enlarged to %1$s×%1$s pixels, ".formatted(side.getAsInt()) : "";
    return size + "normalised by " + normalization();
  }

  /** Return the normalisation in words. */
  public String normalization() {
    return mean.isEmpty()
        ? "mean and deviation of the training images"
        : "mean %s, deviation %s".formatted(text(mean), text(deviation));
  }

  private static String text(List<Double> channels) {
    return channels.stream()
        .map(value -> String.format(Locale.ROOT, "%s", value))
        .collect(Collectors.joining(" "));
  }
}
