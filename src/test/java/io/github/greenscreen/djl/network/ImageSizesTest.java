package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which sizes of images a network accepts agrees with its layers. */
class ImageSizesTest {
  private static final Set<NetworkKind> LARGE =
      Set.of(NetworkKind.CONVNEXT_TINY, NetworkKind.AIRBENCH);

  @ParameterizedTest
  @EnumSource(NetworkKind.class)
  void imageSizeProblem_everySize_saysWhetherAnyPixelRemains(NetworkKind kind) {
    for (int side = 8; side <= 72; side++) {
      for (Stem stem : Stem.values()) {
        boolean readable = kind.imageSizeProblem(side).isEmpty();
        boolean patches = kind == NetworkKind.VIT_TINY || kind == NetworkKind.VIT_SMALL;
        boolean fits = patches ? side % 4 == 0 : side >= 32 || !LARGE.contains(kind);
        assertThat(readable).as("%s at %s", kind, side).isEqualTo(fits);
        if (readable) {
          assertThat(smallest(kind, stem, side)).as("%s at %s", kind, side).isPositive();
        }
      }
    }
  }

  /** Patches of 4×4, each with a position, and the class token. */
  @Test
  void vit_otherSize_hasAPositionForEachPatch() {
    long usual = Architecture.of(NetworkKind.VIT_TINY, Stem.IMAGENET, 10).size().parameters();
    long larger =
        Architecture.of(NetworkKind.VIT_TINY, Stem.IMAGENET, 10, 48).size(48).parameters();

    assertThat(larger - usual).isEqualTo((144 - 64) * 192);
  }

  /** Convolutions do the same work at each pixel. */
  @Test
  void size_ofTwiceTheSide_isFourTimesTheWork() {
    Architecture network = Architecture.of(NetworkKind.RESNET20, Stem.CIFAR, 10, 64);

    long dense = 64 * 10;
    long small = network.size(32).multiplyAdds().orElseThrow() - dense;
    assertThat(network.size(64).multiplyAdds().orElseThrow() - dense).isEqualTo(4 * small);
  }

  /** Return the smallest length of any value of the network. */
  private static long smallest(NetworkKind kind, Stem stem, int side) {
    Map<String, Shape> shapes = new HashMap<>(Map.of(Layer.INPUT, new Shape(3, side, side)));
    long smallest = side;
    for (Layer layer : Architecture.of(kind, stem, 10, side).layers()) {
      List<Shape> inputs = layer.reads().stream().map(shapes::get).toList();
      Shape output = layer.output(inputs);
      shapes.put(layer.name(), output);
      for (long length : output.getShape()) {
        smallest = Math.min(smallest, length);
      }
    }
    return smallest;
  }
}
