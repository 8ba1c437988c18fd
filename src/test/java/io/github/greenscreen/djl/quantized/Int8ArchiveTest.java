package io.github.greenscreen.djl.quantized;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class Int8ArchiveTest {
  private final Int8Model model = Int8Converter.convert(Layers.TINY, Layers.values(), 255);

  @Test
  void of_tinyNetwork_holdsIntegersScalesAndBiasesInTheOrderOfTheLayers() throws IOException {
    Map<String, byte[]> entries = entries();
    assertThat(entries.get("ops/data/0")).containsExactly(127, -50, 1, 127, -50, 0);
    assertThat(entries.get("ops/data/1")).hasSize(8);
    assertThat(entries.get("ops/data/2")).hasSize(8);
    assertThat(entries.get("ops/data/3")).containsExactly(127, 64, -127, 64);
    assertThat(entries.get("ops/data/5")).containsExactly(0, 0, 0, 0x3f, 0, 0, 0, 0xbf);
    assertThat(entries).doesNotContainKey("ops/data/6");
  }

  @Test
  void of_tinyNetwork_declaresBuffersPackedWeightsAndMethods() throws IOException {
    String code = new String(entries().get("ops/code/__torch__.py"), StandardCharsets.UTF_8);
    assertThat(code)
        .startsWith(
            """
            class Ops(Module):
              __parameters__ = []
              __buffers__ = ["conv_weight", "conv_scale", "conv_bias", "fc_weight", "fc_scale", \
            "fc_bias"]
            """)
        .contains(
            "  convolutions : Optional[List[__torch__.torch.classes.quantized."
                + "Conv2dPackedParamsBase]]\n",
            "  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:\n",
            "  def simulate(self: __torch__.Ops, x: Tensor) -> Tensor:\n",
            "  def pack(self: __torch__.Ops) -> int:\n");
  }

  private Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Int8Archive.of(model)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
