package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.training.hyperparameter.Freeze;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HiddenConvolutionTest {

  /** One of each block of two convolutions, two of each bottleneck. */
  @ParameterizedTest
  @CsvSource({
    "RESNET20, 9, 336",
    "RESNET32, 15, 560",
    "RESNET44, 21, 784",
    "RESNET56, 27, 1008",
    "RESNET18, 8, 1920",
    "RESNET50, 32, 7552",
  })
  void of_aResNet_areThoseWithinItsBlocks(NetworkKind kind, int layers, int filters) {
    for (Stem stem : Stem.values()) {
      List<HiddenConvolution> hidden = HiddenConvolution.of(Architecture.of(kind, stem, 10));
      assertThat(hidden).hasSize(layers);
      assertThat(hidden.stream().mapToInt(HiddenConvolution::filters).sum()).isEqualTo(filters);
    }
  }

  @Test
  void of_aBottleneck_areItsFirstTwo() {
    Architecture network = Architecture.of(NetworkKind.RESNET50, Stem.IMAGENET, 10);
    assertThat(HiddenConvolution.of(network).subList(0, 2))
        .containsExactly(
            new HiddenConvolution("layer1.0.conv1", "layer1.0.bn1", "layer1.0.conv2", 64),
            new HiddenConvolution("layer1.0.conv2", "layer1.0.bn2", "layer1.0.conv3", 64));
  }

  @ParameterizedTest
  @EnumSource
  void of_everyNetwork_agreesWithItsKind(NetworkKind kind) {
    assertThat(HiddenConvolution.of(Architecture.of(kind, Stem.IMAGENET, 10)).isEmpty())
        .isNotEqualTo(kind.hasHiddenFilters());
  }

  @Test
  void of_aFrozenBackbone_areNone() {
    Architecture network = Architecture.of(NetworkKind.RESNET20, Stem.IMAGENET, 10);
    assertThat(HiddenConvolution.of(network.with(Freeze.BACKBONE))).isEmpty();
  }

  /** The numbers are counted by hand: of each block, half of the channels between the layers. */
  @Test
  void narrowed_toHalfOfItsFilters_isSmaller() {
    Architecture network = Architecture.of(NetworkKind.RESNET20, Stem.IMAGENET, 3);
    Map<String, Integer> halves =
        HiddenConvolution.of(network).stream()
            .collect(Collectors.toMap(HiddenConvolution::name, each -> each.filters() / 2));

    Architecture narrowed = network.narrowed(halves);

    Map<String, Shape> shapes =
        narrowed.arrays().stream()
            .collect(Collectors.toMap(ParameterSpec::name, ParameterSpec::shape));
    assertThat(shapes)
        .containsEntry("conv1.weight", new Shape(16, 3, 3, 3))
        .containsEntry("layer1.0.conv1.weight", new Shape(8, 16, 3, 3))
        .containsEntry("layer1.0.bn1.running_var", new Shape(8))
        .containsEntry("layer1.0.conv2.weight", new Shape(16, 8, 3, 3))
        .containsEntry("layer3.0.conv1.weight", new Shape(32, 32, 3, 3))
        .containsEntry("layer3.0.conv2.weight", new Shape(64, 32, 3, 3));
    assertThat(network.size().parameters()).isEqualTo(269_267);
    assertThat(narrowed.size().parameters()).isEqualTo(135_299);
    assertThat(narrowed.size().multiplyAdds()).hasValue(20_496_576);
    assertThat(network.narrowed(Map.of()).layers()).isEqualTo(network.layers());
  }
}
