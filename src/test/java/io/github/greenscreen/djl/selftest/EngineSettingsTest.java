package io.github.greenscreen.djl.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSettingsTest {

  @Test
  void inOrder_onProcessors_triesAnotherFormulationThenFewerInstructionsThenNoOneDnn() {
    assertThat(texts(Device.cpu(), Map.of()))
        .containsExactly(
            "fastest/unlimited",
            "matrix_product/unlimited",
            "convolution/unlimited",
            "fastest/avx2",
            "fastest/sse41",
            "fastest/off");
  }

  @Test
  void inOrder_onAGpu_triesBothFormulations() {
    assertThat(texts(Device.gpu(), Map.of()))
        .containsExactly("fastest/unlimited", "matrix_product/unlimited");
  }

  @Test
  void inOrder_prescribedFormulation_neverTriesTheOther() {
    assertThat(texts(Device.cpu(), Map.of("GREENSCREEN_POINTWISE", "convolution")))
        .containsExactly(
            "convolution/unlimited", "convolution/avx2", "convolution/sse41", "convolution/off");
  }

  @Test
  void inOrder_unknownFormulation_isRefused() {
    Map<String, String> environment = Map.of("GREENSCREEN_POINTWISE", "matmul");
    assertThatThrownBy(() -> EngineSettings.inOrder(Device.cpu(), environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "GREENSCREEN_POINTWISE is \"matmul\"; expected matrix_product, mixed, or convolution");
  }

  @Test
  void parse_whatTextWrote_isTheSame() {
    for (EngineSettings settings : EngineSettings.inOrder(Device.cpu(), Map.of())) {
      assertThat(EngineSettings.parse(settings.text())).contains(settings);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fastest", "fastest/avx9", "fast/off", "fastest/off/off"})
  void parse_otherText_isNothing(String text) {
    assertThat(EngineSettings.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fastest/unlimited         | ''",
        "convolution/unlimited     | 1×1 convolutions computed by PyTorch's convolution",
        "matrix_product/unlimited  | 1×1 convolutions computed as matrix products",
        "mixed/unlimited | 1×1 convolutions computed as matrix products if they have many channels",
        "fastest/avx2              | oneDNN limited to AVX2 (ONEDNN_MAX_CPU_ISA=AVX2)",
        "fastest/sse41             | oneDNN limited to SSE4.1 (ONEDNN_MAX_CPU_ISA=SSE41)",
        "convolution/off | 1×1 convolutions computed by PyTorch's convolution, oneDNN switched off",
      },
      quoteCharacter = '^')
  void description_always_saysWhatIsNotTheFastest(String text, String description) {
    String expected = description.equals("''") ? "" : description;
    assertThat(EngineSettings.parse(text).orElseThrow().description()).isEqualTo(expected);
  }

  @Test
  void pointwise_unlessPrescribed_isTheFastestOfTheDeviceFormatAndLayout() {
    assertThat(pointwise("fastest", Device.cpu(), ElementType.FLOAT32, MemoryFormat.CHANNELS_LAST))
        .isEqualTo(PointwiseFormulation.MIXED);
    assertThat(pointwise("fastest", Device.cpu(), ElementType.FLOAT32, MemoryFormat.CONTIGUOUS))
        .isEqualTo(PointwiseFormulation.MATRIX_PRODUCT);
    assertThat(pointwise("fastest", Device.cpu(), ElementType.BFLOAT16, MemoryFormat.CHANNELS_LAST))
        .isEqualTo(PointwiseFormulation.MATRIX_PRODUCT);
    assertThat(pointwise("fastest", Device.gpu(), ElementType.FLOAT32, MemoryFormat.CHANNELS_LAST))
        .isEqualTo(PointwiseFormulation.CONVOLUTION);
    assertThat(
            pointwise("convolution", Device.cpu(), ElementType.FLOAT32, MemoryFormat.CHANNELS_LAST))
        .isEqualTo(PointwiseFormulation.CONVOLUTION);
  }

  private static PointwiseFormulation pointwise(
      String name, Device device, ElementType type, MemoryFormat layout) {
    EngineSettings settings = EngineSettings.parse(name + "/unlimited").orElseThrow();
    return settings.pointwise(device, type, layout);
  }

  private static List<String> texts(Device device, Map<String, String> environment) {
    return EngineSettings.inOrder(device, environment).stream().map(EngineSettings::text).toList();
  }
}
