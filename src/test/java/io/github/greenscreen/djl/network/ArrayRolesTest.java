package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.optimizer.ArrayRole;
import io.github.greenscreen.djl.optimizer.ArrayRole.Kind;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrayRolesTest {

  @Test
  void of_airbench_orthogonalizesItsNormalizedConvolutions() {
    Map<String, ArrayRole> roles = roles(Architecture.of(NetworkKind.AIRBENCH, Stem.IMAGENET, 10));
    assertThat(roles)
        .containsEntry("whiten.weight", new ArrayRole(Kind.OTHER, 24, 12))
        .containsEntry("whiten.bias", new ArrayRole(Kind.OTHER, 24, 1))
        .containsEntry("block1.conv1.weight", new ArrayRole(Kind.SCALE_FREE, 64, 216))
        .containsEntry("block3.conv2.weight", new ArrayRole(Kind.SCALE_FREE, 256, 2304))
        .containsEntry("block3.norm2.bias", new ArrayRole(Kind.OTHER, 256, 1))
        .containsEntry("head.weight", new ArrayRole(Kind.HEAD, 10, 256))
        .hasSize(15);
  }

  @Test
  void of_whitenedAirbench_omitsTheFixedFilters() {
    Architecture network =
        Architecture.of(NetworkKind.AIRBENCH, Stem.IMAGENET, 10).whitenedBy(new float[24 * 12]);
    assertThat(roles(network)).hasSize(14).doesNotContainKey("whiten.weight");
  }

  @Test
  void of_resnet20_orthogonalizesAllButTheFirstConvolution() {
    Map<String, ArrayRole> roles = roles(Architecture.of(NetworkKind.RESNET20, Stem.IMAGENET, 10));
    assertThat(roles)
        .containsEntry("conv1.weight", new ArrayRole(Kind.OTHER, 16, 27))
        .containsEntry("layer1.0.conv1.weight", new ArrayRole(Kind.SCALE_FREE, 16, 144))
        .containsEntry("fc.weight", new ArrayRole(Kind.HEAD, 10, 64))
        .containsEntry("fc.bias", new ArrayRole(Kind.OTHER, 10, 1));
  }

  /** The convolution with bias that makes patches reads the images, and layer norm scales none. */
  @Test
  void of_visionTransformer_keepsTheScaleOfItsMatrices() {
    Map<String, ArrayRole> roles = roles(Architecture.of(NetworkKind.VIT_TINY, Stem.IMAGENET, 10));
    String block = "encoder.layers.encoder_layer_0.";
    assertThat(roles)
        .containsEntry(block + "mlp.0.weight", new ArrayRole(Kind.HIDDEN, 768, 192))
        .containsEntry(
            block + "self_attention.in_proj_weight", new ArrayRole(Kind.HIDDEN, 576, 192))
        .containsEntry("heads.head.weight", new ArrayRole(Kind.HEAD, 10, 192))
        .containsEntry("encoder.pos_embedding", new ArrayRole(Kind.OTHER, 1, 65 * 192))
        .containsEntry(block + "ln_1.weight", new ArrayRole(Kind.OTHER, 192, 1));
    assertThat(roles.values()).extracting(ArrayRole::kind).doesNotContain(Kind.SCALE_FREE);
  }

  private static Map<String, ArrayRole> roles(Architecture network) {
    NetworkSource source = NetworkSource.of(network, NumberFormat.uniform(ElementType.FLOAT32));
    List<String> names = source.trainable().stream().map(ParameterSpec::name).toList();
    List<ArrayRole> roles = ArrayRoles.of(network, source);
    assertThat(roles).hasSameSizeAs(names);
    Map<String, ArrayRole> result = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      result.put(names.get(i), roles.get(i));
    }
    return result;
  }
}
