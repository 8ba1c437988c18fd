package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.djl.data.DataScripts;
import io.github.greenscreen.djl.metric.ConfusionMatrix;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.Networks;
import io.github.greenscreen.djl.network.Quantization;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.djl.optimizer.ArrayRole;
import io.github.greenscreen.djl.optimizer.UpdateRule;
import io.github.greenscreen.djl.pruning.Pruner;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import io.github.greenscreen.training.hyperparameter.OptimizerSettings;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No step of training may make the host wait for the device, in whatever mode. */
class DeviceWaitsTest {

  @ParameterizedTest
  @EnumSource
  void passes_ofEveryNetwork_waitNowhere(NetworkKind network) {
    int modes = 0;
    for (Stem stem : network.hasStem() ? Stem.values() : new Stem[] {Stem.IMAGENET}) {
      Architecture architecture = Architecture.of(network, stem, 10);
      for (Quantization quantization : quantizations(network)) {
        for (PointwiseFormulation pointwise : PointwiseFormulation.values()) {
          for (NumberFormat format : formats()) {
            NetworkSource source =
                NetworkSource.of(architecture, format, pointwise, quantization, 127);
            assertThat(DeviceWaits.in(source.methods())).isEmpty();
            modes++;
          }
        }
      }
    }
    assertThat(modes)
        .isEqualTo((network.hasStem() ? 2 : 1) * quantizations(network).length * 3 * 7);
  }

  private static Quantization[] quantizations(NetworkKind network) {
    return network.isQuantizable() ? Quantization.values() : new Quantization[] {Quantization.NONE};
  }

  private static NumberFormat[] formats() {
    return new NumberFormat[] {
      NumberFormat.uniform(ElementType.FLOAT64),
      NumberFormat.uniform(ElementType.FLOAT32),
      NumberFormat.uniform(ElementType.FLOAT16),
      NumberFormat.uniform(ElementType.BFLOAT16),
      new NumberFormat(ElementType.FLOAT32, ElementType.FLOAT16),
      new NumberFormat(ElementType.FLOAT32, ElementType.BFLOAT16),
      new NumberFormat(ElementType.FLOAT64, ElementType.FLOAT32)
    };
  }

  /** Look at all optimizers, with and without momentum where that is another formula. */
  @ParameterizedTest
  @EnumSource
  void step_ofEveryOptimizer_waitsNowhere(UpdateRule.Form form) {
    for (OptimizerKind kind : OptimizerKind.values()) {
      for (double momentum : new double[] {0, 0.9}) {
        assertNoWaits(OptimizerSettings.of(kind, momentum), form);
        assertNoWaits(
            new OptimizerSettings(kind, momentum, OptionalDouble.of(0.1), OptionalDouble.of(1)),
            form);
      }
    }
  }

  private static void assertNoWaits(OptimizerSettings settings, UpdateRule.Form form) {
    NetworkSource source = Networks.transformer(8, 10, ElementType.FLOAT32);
    UpdateRule rule = UpdateRule.of(settings, form, roles(source));
    for (MemoryFormat order : MemoryFormat.values()) {
      for (boolean accumulates : new boolean[] {false, true}) {
        StepScript.Options step = new StepScript.Options(order, accumulates ? 0.1 : 0, accumulates);
        assertThat(DeviceWaits.in(StepScript.methods(source, rule, step))).isEmpty();
      }
    }
  }

  /** Return roles of which every kind occurs. */
  private static List<ArrayRole> roles(NetworkSource source) {
    ArrayRole.Kind[] kinds = ArrayRole.Kind.values();
    return IntStream.range(0, source.trainable().size())
        .mapToObj(i -> new ArrayRole(kinds[i % kinds.length], 2, 2))
        .toList();
  }

  @Test
  void evaluation_inDetail_waitsNowhere() {
    assertThat(DeviceWaits.in(ConfusionMatrix.METHODS + ConfusionMatrix.DETAILS)).isEmpty();
  }

  @Test
  void average_ofWeights_waitsNowhere() {
    assertThat(DeviceWaits.in(WeightAverage.METHODS)).isEmpty();
  }

  @Test
  void pruning_ofWeights_waitsNowhere() {
    assertThat(DeviceWaits.in(Pruner.METHODS)).isEmpty();
  }

  @Test
  void batch_ofEveryAugmentation_waitsNowhere() {
    assertThat(DeviceWaits.in(DataScripts.methods(10))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n = torch.item(x)",
        "if bool(torch.any(torch.ne(found, 0))):",
        "n = int(torch.sum(x))",
        "y = torch.mul(x, float(scale))",
        "y = torch.masked_select(x, mask)",
        "y = torch.nonzero(x)",
        "y = torch.where(mask)",
        "y = torch.to(x, torch.device(\"cpu\"))",
        "y = torch.arange(32, dtype=4, layout=None, device=torch.device(\"cuda\"))",
        "y = torch.tensor([1., 2.])",
        "zero = torch.zeros_like(scale, dtype=3)",
        "y = torch.index(x, [mask])",
        "y = torch.repeat_interleave(x, counts)",
      })
  void line_thatWaits_isFound(String line) {
    assertThat(DeviceWaits.in("    " + line + "\n")).isNotEmpty().allMatch(f -> f.endsWith(line));
  }

  @Test
  void line_thatDoesNot_isNotFound() {
    assertThat(DeviceWaits.in("    y = torch.where(torch.eq(x, 0), x, 0.)\n    n = float(rate)\n"))
        .isEmpty();
  }
}
