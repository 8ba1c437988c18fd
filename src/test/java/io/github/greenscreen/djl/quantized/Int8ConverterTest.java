package io.github.greenscreen.djl.quantized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class Int8ConverterTest {
  private final Map<String, float[]> values = Layers.values();

  @Test
  void integers_perOutputChannel_takeTheLargestWeightTo127() {
    // steps of 0.01 and 0.02; the second γ is negative
    assertThat(convolution().values()).containsExactly(127, -50, 1, 127, -50, 0);
  }

  @Test
  void batchNormalization_always_isFoldedIntoScaleAndBias() {
    assertThat(convolution().scales()).containsExactly(new float[] {0.015f, 0.01f}, within(1e-8f));
    assertThat(convolution().biases()).containsExactly(new float[] {-1, 2.25f}, within(1e-6f));
  }

  @Test
  void batchNormalization_ofAnyFactor_changesNoInteger() {
    byte[] before = convolution().values();
    values.put("bn.weight", new float[] {0.0123f, -77});
    assertThat(convolution().values()).isEqualTo(before);
  }

  @Test
  void gamma_zero_leavesTheBiasAloneAndAScaleAboveZero() {
    values.put("bn.weight", new float[] {0, 1.0e-30f});
    Int8Weights weights = convolution();
    assertThat(weights.values()).containsOnly(0);
    assertThat(weights.scales()).containsExactly(1, 1);
    assertThat(weights.biases()).containsExactly(0.5f, 0.25f);
  }

  @Test
  void weights_allZero_haveAScaleAboveZero() {
    values.put("conv.weight", new float[6]);
    assertThat(convolution().values()).containsOnly(0);
    assertThat(convolution().scales()).doesNotContain(0);
  }

  @Test
  void dense_weightsAndBias_areTakenAsTheyAre() {
    Int8Weights dense = convert().weights().get("fc");
    assertThat(dense.values()).containsExactly(127, 64, -127, 64); // 63.5 is rounded to even
    assertThat(dense.scales()).containsExactly(new float[] {0.01f, 0.001f}, within(1e-9f));
    assertThat(dense.biases()).containsExactly(0.5f, -0.5f);
  }

  @Test
  void activations_always_haveTheirOwnScales() {
    Map<String, ActivationScale> activations = convert().activations();
    assertThat(activations).containsOnlyKeys("x", "conv", "mean", "fc");
    assertThat(activations.get("x").zero()).isEqualTo(128);
    assertThat(activations.get("fc")).isEqualTo(ActivationScale.of(-1, 1.55f, 255));
  }

  @Test
  void values_notFinite_areRefusedByName() {
    values.get("bn.running_var")[1] = Float.NaN;
    assertThatThrownBy(this::convert)
        .isInstanceOf(Int8Exception.class)
        .hasMessage(
            "bn.running_var contains NaN, which has no integer value; the network has "
                + "diverged and cannot be quantised");
  }

  @Test
  void range_neverFollowed_isRefusedByName() {
    values.put("mean.range", new float[3]);
    assertThatThrownBy(this::convert)
        .isInstanceOf(Int8Exception.class)
        .hasMessage("mean.range was never observed; calibrate the network on some images first");
  }

  private Int8Weights convolution() {
    return convert().weights().get("conv");
  }

  private Int8Model convert() {
    return Int8Converter.convert(Layers.TINY, values, 255);
  }
}
