package io.github.greenscreen.djl.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final List<StoredTensor> TENSORS =
      List.of(
          StoredTensor.int8("w", new byte[] {1, -2, 3, -4, 5, -6}, 2, 3),
          StoredTensor.float32("s", new float[] {1, -2}, 2));

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

  @Test
  void of_tensorsAndUnsetAttributes_declaresPicklesAndStoresThem() throws IOException {
    byte[] archive = withTensors();
    assertThat(text(archive, "ops/code/__torch__.py"))
        .isEqualTo(
            """
            class Ops(Module):
              __parameters__ = []
              __buffers__ = ["w", "s"]
              training : bool
              w : Tensor
              s : Tensor
              packed : Optional[List[int]]
            """
                + METHODS);
    assertThat(content(archive, "ops/data/0")).containsExactly(1, -2, 3, -4, 5, -6);
    assertThat(content(archive, "ops/data/1")).containsExactly(0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0);
    assertThat(new String(content(archive, "ops/data.pkl"), StandardCharsets.ISO_8859_1))
        .contains("ctorch._utils\n_rebuild_tensor_v2\n((X\7\0\0\0storagectorch\nCharStorage\n")
        .contains("ctorch\nFloatStorage\nX\1\0\0\0" + "1X\3\0\0\0cpuJ\2\0\0\0tQJ\0\0\0\0(J\2")
        .contains("(J\2\0\0\0J\3\0\0\0t(J\3\0\0\0J\1\0\0\0t\u0089ccollections\nOrderedDict\n)RtR")
        .endsWith("X\6\0\0\0packedNub.");
  }

  @Test
  void of_sameModule_givesTheSameBytesAtAnyTime() {
    assertThat(HexFormat.of().formatHex(withTensors()))
        .startsWith("504b0304" + "0a00" + "0008" + "0000" + "00002100") // stored, on 1 January 1980
        .isEqualTo(HexFormat.of().formatHex(withTensors()));
  }

  @Test
  void of_tensors_loadsThemWithTheirShapesAndValues() {
    String methods =
        """
          def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
            return torch.add(torch.mul(torch.select(self.w, 0, 1), x), torch.select(self.s, 0, 1))
        """;
    byte[] archive = ScriptArchive.of(methods, TENSORS, Map.of());
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptModule module = ScriptModule.load(Device.cpu(), archive)) {
      NDArray x = manager.create(new float[] {1, 10, 100});
      assertThat(module.call("forward", x).toFloatArray()).containsExactly(-6, 48, -602);
    }
  }

  @Test
  void storedTensor_valuesNotOfTheShape_isRefused() {
    assertThatThrownBy(() -> StoredTensor.int8("w", new byte[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("w has 5 values; expected 6 of shape [2, 3]");
  }

  private static byte[] withTensors() {
    return ScriptArchive.of(METHODS, TENSORS, Map.of("packed", "List[int]"));
  }

  private static ZipInputStream open() {
    return new ZipInputStream(new ByteArrayInputStream(ScriptArchive.of(METHODS)));
  }

  private static String text(byte[] archive, String name) throws IOException {
    return new String(content(archive, name), StandardCharsets.UTF_8);
  }

  private static String text(String name) throws IOException {
    return new String(content(name), StandardCharsets.UTF_8);
  }

  private static byte[] content(String name) throws IOException {
    return content(ScriptArchive.of(METHODS), name);
  }

  private static byte[] content(byte[] archive, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return zip.readAllBytes();
        }
      }
    }
    throw new AssertionError(name + " is missing");
  }
}
