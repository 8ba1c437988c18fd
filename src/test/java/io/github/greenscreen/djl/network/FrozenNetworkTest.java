package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.training.hyperparameter.Freeze;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import org.junit.jupiter.api.Test;

class FrozenNetworkTest {
  private static final Architecture NETWORK =
      Architecture.of(NetworkKind.EFFICIENTNET_B0, Stem.IMAGENET, 10);
  private static final NumberFormat FORMAT = NumberFormat.uniform(ElementType.FLOAT32);

  @Test
  void forward_ofAFrozenBackbone_computesAsInInferenceExceptForTheHead() {
    String frozen = forward(NetworkSource.of(NETWORK.with(Freeze.BACKBONE), FORMAT));
    String free = forward(NetworkSource.of(NETWORK, FORMAT));
    assertThat(free).contains("torch.batch_norm(").contains(", True, 0.1, 1.0e-05, True)");
    assertThat(free).contains("torch.dropout(torch.new_ones(");
    assertThat(frozen).contains(", False, 0.1, 1.0e-05, True)");
    assertThat(frozen).doesNotContain(", True, 0.1, 1.0e-05, True)");
    assertThat(frozen).doesNotContain("torch.new_ones(");
    assertThat(frozen).contains("dropout = torch.dropout(avgpool, 0.2, True)");
  }

  @Test
  void parameters_ofAFrozenBackbone_areTrainableInTheLastLayerOnly() {
    NetworkSource frozen = NetworkSource.of(NETWORK.with(Freeze.BACKBONE), FORMAT);
    assertThat(frozen.parameters().stream().filter(ParameterSpec::isTrainable))
        .extracting(ParameterSpec::name)
        .containsExactly("classifier.1.weight", "classifier.1.bias");
    assertThat(frozen.parameterCount()).isEqualTo(12_810);
    assertThat(NETWORK.with(Freeze.BACKBONE).size()).isEqualTo(NETWORK.size());
  }

  private static String forward(NetworkSource source) {
    return source.methods().substring(0, source.methods().indexOf("def infer("));
  }
}
