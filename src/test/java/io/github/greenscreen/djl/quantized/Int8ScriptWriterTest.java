package io.github.greenscreen.djl.quantized;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Golden;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.layer.Expressions;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Int8ScriptWriterTest {
  @Test
  void methods_ofTheTinyNetwork_areForwardAndPack() {
    Golden.check(
        Int8ScriptWriterTest.class, "int8-script.txt", Int8ScriptWriter.methods(tiny(255)));
  }

  @Test
  void methods_ofFewerLevels_cutEveryResult() {
    String full = Int8ScriptWriter.methods(tiny(255));
    String fewer = Int8ScriptWriter.methods(tiny(127));
    assertThat(full).doesNotContain("torch.clamp");
    assertThat(fewer.split("torch\\.clamp\\(", -1)).hasSize(1 + 4); // input and three layers
  }

  @Test
  void methods_ofAllNetworks_nameNoLayerWithADot() {
    Architecture resnet = Architecture.of(NetworkKind.RESNET20, Stem.CIFAR, 10);
    assertThat(Expressions.variable(resnet.layers().get(1).name())).isEqualTo("layer1_0_conv1");
  }

  @Test
  void simulation_ofTheTinyNetwork_isOneMethodWithHelpers() {
    Golden.check(
        Int8ScriptWriterTest.class, "simulated-script.txt", SimulatedInt8Script.methods(tiny(255)));
  }

  private static Int8Model tiny(int levels) {
    Map<String, float[]> values = new HashMap<>(Layers.values());
    return Int8Converter.convert(Layers.TINY, values, levels);
  }
}
