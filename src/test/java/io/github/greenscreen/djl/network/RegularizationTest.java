package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.elementwise.Dropout;
import io.github.greenscreen.djl.network.layer.elementwise.StochasticDepth;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Regularization;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RegularizationTest {
  private static final Regularization STRONG =
      new Regularization(OptionalDouble.of(0.25), OptionalDouble.of(0.6));
  private static final Regularization NONE =
      new Regularization(OptionalDouble.of(0), OptionalDouble.of(0));

  /** Branch l of L is left out with the probability pl ÷ L (Huang et al., 2016, section 3). */
  @ParameterizedTest
  @CsvSource({"RESNET20, 9", "RESNET32, 15", "RESNET56, 27", "RESNET18, 8", "RESNET50, 16"})
  void stochasticDepth_ofResNets_growsToItsLastBlock(NetworkKind kind, int blocks) {
    List<Double> expected =
        IntStream.rangeClosed(1, blocks).mapToObj(block -> 0.6 * block / blocks).toList();
    assertThat(probabilities(kind, STRONG)).isEqualTo(expected);
  }

  /** Both branches of block i of 12 have the probability pi ÷ 11, as in DeiT. */
  @ParameterizedTest
  @EnumSource(names = {"VIT_TINY", "VIT_SMALL", "VIT_BASE"})
  void stochasticDepth_ofTransformers_growsFromZero(NetworkKind kind) {
    List<Double> expected =
        IntStream.range(1, 12)
            .mapToObj(block -> 0.6 * block / 11)
            .flatMap(each -> List.of(each, each).stream())
            .toList();
    assertThat(probabilities(kind, STRONG)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"EFFICIENTNET_B0, 0.2", "CONVNEXT_TINY, 0.1"})
  void stochasticDepth_ofNetworksWithTheirOwn_isScaled(NetworkKind kind, double own) {
    List<Double> before = probabilities(kind, Regularization.OF_THE_NETWORK);
    List<Double> after = probabilities(kind, STRONG);
    assertThat(before).isNotEmpty();
    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < after.size(); i++) {
      assertThat(after.get(i)).isCloseTo(before.get(i) * 0.6 / own, within(1e-15));
    }
  }

  /** torchvision 0.14: EfficientNet-B0 has 0.2 · i ÷ 16, ConvNeXt-Tiny 0.1 · i ÷ 17. */
  @Test
  void stochasticDepth_ofTheNetwork_isTorchvisions() {
    assertThat(last(probabilities(NetworkKind.EFFICIENTNET_B0, Regularization.OF_THE_NETWORK)))
        .isCloseTo(0.2 * 14 / 16, within(1e-15));
    assertThat(last(probabilities(NetworkKind.CONVNEXT_TINY, Regularization.OF_THE_NETWORK)))
        .isCloseTo(0.1, within(1e-15));
  }

  @ParameterizedTest
  @EnumSource
  void dropout_ofEveryNetwork_precedesItsLastLayer(NetworkKind kind) {
    List<Layer> layers = network(kind, STRONG).layers();
    Dropout dropout = (Dropout) layers.get(layers.size() - 2);
    assertThat(dropout.probability()).isEqualTo(0.25);
    assertThat(layers.get(layers.size() - 1).reads()).containsExactly(dropout.name());
    assertThat(layers.get(layers.size() - 3).name()).isEqualTo(dropout.in());
  }

  /** Validation and the saved network know nothing of what training leaves out. */
  @ParameterizedTest
  @EnumSource
  void regularization_ofEveryNetwork_leavesItsArraysAndSize(NetworkKind kind) {
    Architecture plain = network(kind, NONE);
    Architecture strong = network(kind, STRONG);
    assertThat(names(strong)).isEqualTo(names(plain));
    assertThat(strong.size().multiplyAdds()).isEqualTo(plain.size().multiplyAdds());
    assertThat(plain.layers())
        .noneMatch(layer -> layer instanceof Dropout || layer instanceof StochasticDepth);
    String training = NetworkSource.of(strong, NumberFormat.uniform(ElementType.FLOAT32)).methods();
    assertThat(training).contains("dropout");
    assertThat(NetworkSource.of(plain, NumberFormat.uniform(ElementType.FLOAT32)).methods())
        .doesNotContain("dropout");
  }

  private static List<Double> probabilities(NetworkKind kind, Regularization by) {
    return network(kind, by).layers().stream()
        .filter(StochasticDepth.class::isInstance)
        .map(layer -> ((StochasticDepth) layer).probability())
        .toList();
  }

  private static double last(List<Double> numbers) {
    return numbers.get(numbers.size() - 1);
  }

  private static List<String> names(Architecture network) {
    return network.arrays().stream().map(array -> array.name()).toList();
  }

  private static Architecture network(NetworkKind kind, Regularization by) {
    return Architecture.of(kind, Stem.IMAGENET, 10, 32, by);
  }
}
