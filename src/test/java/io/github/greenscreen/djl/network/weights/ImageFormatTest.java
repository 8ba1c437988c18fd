package io.github.greenscreen.djl.network.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import io.github.greenscreen.weights.ImageProperties;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFormatTest {
  private static final ImageProperties UNKNOWN =
      new ImageProperties(List.of(), List.of(), OptionalInt.empty());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RESNET18 | IMAGENET | TORCHVISION | enlarged to 224×224 pixels, normalised by mean 0.485"
            + " 0.456 0.406, deviation 0.229 0.224 0.225",
        "RESNET50 | CIFAR | TORCHVISION | normalised by mean and deviation of the training images",
        "EFFICIENTNET_B0 | CIFAR | TIMM | normalised by mean 0.485 0.456 0.406, deviation 0.229"
            + " 0.224 0.225",
        "CONVNEXT_TINY | CIFAR | TIMM | enlarged to 224×224 pixels, normalised by mean 0.485 0.456"
            + " 0.406, deviation 0.229 0.224 0.225",
        "RESNET20 | IMAGENET | TORCHVISION | normalised by mean and deviation of the training"
            + " images",
        "VIT_BASE | IMAGENET | TORCHVISION | normalised by mean 0.485 0.456 0.406, deviation 0.229"
            + " 0.224 0.225",
        "VIT_BASE | IMAGENET | TIMM | normalised by mean 0.5 0.5 0.5, deviation 0.5 0.5 0.5",
        "VIT_BASE | IMAGENET | HUGGING_FACE | normalised by mean 0.5 0.5 0.5, deviation 0.5 0.5"
            + " 0.5",
      })
  void of_weightsThatSayNothing_isTheUsualFormat(
      NetworkKind kind, Stem stem, NameScheme scheme, String format) {
    TargetNetwork network = new TargetNetwork(kind, stem, 10);
    assertThat(ImageFormat.of(network, scheme, UNKNOWN).description()).isEqualTo(format);
  }

  @Test
  void of_weightsThatSayIt_isTheirs() {
    ImageProperties said =
        new ImageProperties(List.of(0.1, 0.2, 0.3), List.of(0.4, 0.5, 0.6), OptionalInt.of(160));
    TargetNetwork large = new TargetNetwork(NetworkKind.RESNET50, Stem.IMAGENET, 10);
    TargetNetwork small = new TargetNetwork(NetworkKind.RESNET20, Stem.IMAGENET, 10);
    String normalised = "normalised by mean 0.1 0.2 0.3, deviation 0.4 0.5 0.6";
    assertThat(ImageFormat.of(large, NameScheme.TORCHVISION, said).description())
        .isEqualTo("enlarged to 160×160 pixels, " + normalised);
    assertThat(ImageFormat.of(small, NameScheme.TORCHVISION, said).description())
        .isEqualTo(normalised);
  }
}
