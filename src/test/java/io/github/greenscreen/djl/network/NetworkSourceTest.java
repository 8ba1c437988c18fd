package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSourceTest {

  /** The numbers of torchvision's resnet50 and of He et al. with shortcuts of option A. */
  @ParameterizedTest
  @CsvSource({
    "RESNET50, IMAGENET,  10, 23528522",
    "RESNET50, IMAGENET, 100, 23712932",
    "RESNET50, CIFAR,     10, 23520842",
    "RESNET50, CIFAR,    100, 23705252",
    "RESNET20, IMAGENET,  10,   269722",
    "RESNET20, CIFAR,    100,   275572",
    "RESNET32, CIFAR,     10,   464154",
    "RESNET44, CIFAR,     10,   658586",
    "RESNET56, CIFAR,     10,   853018",
    "RESNET18, IMAGENET, 1000, 11689512",
    "RESNET50, IMAGENET, 1000, 25557032",
    "EFFICIENTNET_B0, IMAGENET, 1000, 5288548",
    "EFFICIENTNET_B0, CIFAR, 1000, 5288548",
    "VIT_TINY, CIFAR,     10,  5362762",
    "VIT_SMALL, CIFAR,    10, 21342346",
    "VIT_BASE, IMAGENET, 1000, 86567656",
    "CONVNEXT_TINY, IMAGENET, 1000, 28589128",
    "AIRBENCH, CIFAR,     10,  1971640",
  })
  void parameterCount_ofNetwork_isTheLiteratures(
      NetworkKind kind, Stem stem, int classes, long expected) {
    assertThat(Networks.of(kind, stem, classes, ElementType.FLOAT32).parameterCount())
        .isEqualTo(expected);
  }

  /** The multiply-adds that torchvision publishes with its weights, in billions, for 224×224. */
  @ParameterizedTest
  @CsvSource({
    "RESNET18, 1.814, 11689512",
    "RESNET50, 4.089, 25557032",
    "EFFICIENTNET_B0, 0.386, 5288548",
    "VIT_BASE, 17.564, 86567656",
    "CONVNEXT_TINY, 4.456, 28589128",
  })
  void size_forLargeImages_isTheLiteratures(NetworkKind kind, double billions, long parameters) {
    NetworkSize size = Architecture.of(kind, Stem.IMAGENET, 1000).size(224);
    assertThat(size.multiplyAdds().orElseThrow() / 1e9).isCloseTo(billions, within(0.0006));
    assertThat(size.parameters()).isEqualTo(parameters);
  }

  @ParameterizedTest
  @CsvSource({"RESNET50, IMAGENET, 7", "RESNET50, CIFAR, 3", "RESNET20, IMAGENET, 3"})
  void firstConvolution_ofStem_hasItsKernel(NetworkKind kind, Stem stem, int kernel) {
    ParameterSpec first = Networks.of(kind, stem, 10, ElementType.FLOAT32).parameters().get(0);
    int outputs = kind == NetworkKind.RESNET20 ? 16 : 64;
    assertThat(first.name()).isEqualTo("conv1.weight");
    assertThat(first.shape()).isEqualTo(new Shape(outputs, 3, kernel, kernel));
  }

  @Test
  void stem_ofResnet50_poolsOnlyAsInImagenet() {
    String large =
        Networks.of(NetworkKind.RESNET50, Stem.IMAGENET, 10, ElementType.FLOAT32).methods();
    String small = Networks.of(NetworkKind.RESNET50, Stem.CIFAR, 10, ElementType.FLOAT32).methods();
    assertThat(large)
        .contains("conv1 = torch.conv2d(x, p[0], None, [2, 2], [3, 3])")
        .contains("torch.max_pool2d(conv1, [3, 3], [2, 2], [1, 1])");
    assertThat(small)
        .contains("conv1 = torch.conv2d(x, p[0], None, [1, 1], [1, 1])")
        .doesNotContain("max_pool2d");
  }

  @Test
  void names_ofParameters_areUnique() {
    for (NetworkKind kind : NetworkKind.values()) {
      assertThat(Networks.of(kind, Stem.CIFAR, 10, ElementType.FLOAT32).parameters())
          .extracting(ParameterSpec::name)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void parameters_laterChangedByTheCaller_stay() {
    List<ParameterSpec> specs =
        new ArrayList<>(
            Networks.of(NetworkKind.RESNET20, Stem.CIFAR, 10, ElementType.FLOAT32)
                .parameters()
                .subList(0, 2));
    NetworkSource source = new NetworkSource("", specs);
    specs.clear();
    assertThat(source.parameters()).hasSize(2);
  }
}
