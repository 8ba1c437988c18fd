package io.github.greenscreen.djl.torchscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ScriptArchiveTest {
  private static final String METHODS =
      """
        def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
          return x
      """;

  @Test
  void entries_always_areStoredUnderOneFolder() throws IOException {
    Map<String, Integer> methods = new LinkedHashMap<>();
    try (ZipInputStream zip = open()) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        methods.put(entry.getName(), entry.getMethod());
      }
    }
    assertThat(methods)
        .containsOnlyKeys(
            "ops/data.pkl", "ops/code/__torch__.py", "ops/constants.pkl", "ops/version")
        .allSatisfy((name, method) -> assertThat(method).isEqualTo(ZipEntry.STORED));
  }

  @Test
  void code_always_isTheClassWithTheMethods() throws IOException {
    assertThat(text("ops/code/__torch__.py"))
        .isEqualTo(
            """
            class Ops(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                return x
            """);
    assertThat(text("ops/version")).isEqualTo("3\n");
  }

  @Test
  void state_always_isThePickleOfATrainingModule() throws IOException {
    assertThat(content("ops/data.pkl"))
        .isEqualTo(
            HexFormat.of()
                .parseHex(
                    "8002635f5f746f7263685f5f0a4f70730a29817d285808000000747261696e696e678875622e"));
    assertThat(content("ops/constants.pkl")).containsExactly(0x80, 2, ')', '.');
  }

  private static ZipInputStream open() {
    return new ZipInputStream(new ByteArrayInputStream(ScriptArchive.of(METHODS)));
  }

  private static String text(String name) throws IOException {
    return new String(content(name), StandardCharsets.UTF_8);
  }

  private static byte[] content(String name) throws IOException {
    try (ZipInputStream zip = open()) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return zip.readAllBytes();
        }
      }
    }
    throw new AssertionError(name + " is missing");
  }
}
