package io.github.greenscreen.djl.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.djl.network.weights.PretrainedWeights.Group;
import io.github.greenscreen.run.network.ArraySpec;
import io.github.greenscreen.run.network.NetworkFile;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import io.github.greenscreen.weights.WeightFiles;
import io.github.greenscreen.weights.WeightsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedWeightsTest {
  private static final TargetNetwork NETWORK =
      new TargetNetwork(NetworkKind.RESNET20, Stem.IMAGENET, 10);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file =
        new WeightFiles()
            .zeros("conv1.weight", 16, 3, 3, 3)
            .zeros("fc.weight", 100, 64)
            .zeros("fc.bias", 100)
            .zeros("other", 1)
            .safetensors(folder.resolve("a.safetensors"));
  }

  @Test
  void groups_ofAFile_sayWhatHappensToEveryArray() {
    PretrainedWeights weights = PretrainedWeights.read(file, NETWORK, false);
    assertThat(weights.groups())
        .extracting(Group::title, Group::count)
        .extracting(Object::toString)
        .containsExactly(
            "(\"loaded\", 1)",
            "(\"interpolated\", 0)",
            "(\"re-initialised\", 2)",
            "(\"missing\", 94)",
            "(\"unexpected\", 1)");
    assertThat(weights.groups().get(2).names())
        .isEqualTo("fc.weight, fc.bias (100 classes in the file)");
    assertThat(weights.groups().get(3).names())
        .startsWith("bn1.weight, bn1.bias, bn1.running_mean, ")
        .endsWith(" and 74 more");
    assertThat(weights.facts())
        .containsEntry("weights_format", "safetensors with names of torchvision")
        .containsEntry("weights_loaded", "1")
        .containsEntry("weights_reinitialised", "fc.weight, fc.bias (100 classes in the file)")
        .containsEntry("weights_unexpected", "other")
        .containsKey("weights_missing")
        .hasSize(5);
  }

  /** Files of networks whose filters were removed say so in their metadata. */
  @Test
  void read_ofANetworkWithoutItsPrunedFilters_isRefused() throws IOException {
    Path pruned = folder.resolve("pruned.safetensors");
    ArraySpec array =
        new ArraySpec("layer1.0.conv1.weight", ArraySpec.Type.F32, List.of(8L, 16L, 3L, 3L));
    try (OutputStream out = Files.newOutputStream(pruned)) {
      NetworkFile.write(
          out,
          Map.of("kept_filters", "{\"layer1.0.conv1\":8}"),
          List.of(array),
          spec -> ByteBuffer.allocate(Math.toIntExact(spec.bytes())));
    }
    assertThatThrownBy(() -> PretrainedWeights.read(pruned, NETWORK, false))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            ("weights %s: are of a network without its pruned filters, which cannot be trained "
                    + "further; expected a network with all filters, so use weights of a run "
                    + "without pruning_structure filter")
                .formatted(pruned));
  }

  @Test
  void read_toFreezeABackboneThatIsIncomplete_isRefused() {
    assertThatThrownBy(() -> PretrainedWeights.read(file, NETWORK, true))
        .isInstanceOf(WeightsException.class)
        .hasMessageStartingWith("weights %s: lack bn1.weight, bn1.bias, ".formatted(file))
        .hasMessageEndingWith(
            " and 74 more, which freeze backbone would leave at random values; use other weights "
                + "or --set freeze=none");
  }
}
