package io.github.greenscreen.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsFileTest {
  @TempDir Path folder;

  /** PyTorch for Python wrote the files, see {@code weights.py}. */
  @ParameterizedTest
  @CsvSource({
    "state.pth, PyTorch state dict, 13",
    "checkpoint.pth, PyTorch state dict, 9",
    "script.pt, TorchScript, 9",
  })
  void read_aFileOfPyTorch_givesItsNumbers(String name, String format, int arrays)
      throws IOException {
    StateDict found = WeightsFile.read(copy(name));

    List<String> lines = new ArrayList<>();
    found
        .arrays()
        .forEach((array, content) -> lines.add("%s,%s,%s".formatted(name, array, text(content))));
    assertThat(found.format()).isEqualTo(format);
    assertThat(lines).hasSize(arrays).isEqualTo(expected(name));
  }

  @Test
  void read_aSafetensorsFile_givesNumbersAndMetadata() {
    Path file =
        new WeightFiles()
            .with("a.weight", new float[] {1, 2.5f, -3, 4, 5, 6}, 2, 3)
            .with("a.bias", new float[] {0.1f}, 1)
            .withMetadata("{\"format\": \"pt\"}")
            .safetensors(folder.resolve("a.safetensors"));

    StateDict found = WeightsFile.read(file);

    assertThat(found.format()).isEqualTo("safetensors");
    assertThat(found.metadata()).containsExactly(entry("format", "pt"));
    assertThat(found.arrays()).containsOnlyKeys("a.weight", "a.bias");
    assertThat(found.arrays().get("a.weight").shape()).containsExactly(2L, 3L);
    assertThat(found.arrays().get("a.weight").values()).containsExactly(1, 2.5, -3, 4, 5, 6);
    assertThat(found.arrays().get("a.bias").values()).containsExactly(0.1f);
  }

  @Test
  void read_aStateDictOfTheTests_givesItsNumbers() {
    Path file =
        new WeightFiles()
            .with("a", new float[] {1, 2, 3, 4}, 2, 2)
            .stateDict(folder.resolve("a.pth"));
    assertThat(WeightsFile.read(file).arrays().get("a").values()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void read_aMissingFile_saysSo() {
    Path file = folder.resolve("gone.pth");
    assertRefused(file, "weights %s: no such file; check the path");
  }

  @Test
  void read_aFolder_saysWhatIsExpected() {
    assertRefused(
        folder,
        "weights %s: found a folder; expected a safetensors file, a state dict saved by PyTorch "
            + "(.pth or .pt), or a TorchScript archive");
  }

  @Test
  void read_aFileOfSomethingElse_saysWhatIsExpected() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "no weights at all");
    assertRefused(
        file,
        "weights %s: found an unknown format; expected a safetensors file, a state dict saved by "
            + "PyTorch (.pth or .pt), or a TorchScript archive");
  }

  @Test
  void read_aPickleOfOldPyTorch_saysHowToSaveItAgain() throws IOException {
    byte[] head = {
      (byte) 0x80, 2, (byte) 0x8a, 10, 'l', (byte) 0xfc, (byte) 0x9c, 'F', (byte) 0xf9
    };
    Path file = Files.write(folder.resolve("old.pth"), head);
    assertRefused(
        file,
        "weights %s: found a pickle without a zip archive, as PyTorch before 1.6 wrote it; save it "
            + "again with a newer PyTorch: torch.save(torch.load(\"old.pth\", weights_only=True), "
            + "\"new.pth\")");
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> WeightsFile.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessage(message.formatted(file));
  }

  private Path copy(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = WeightsFileTest.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file;
  }

  /** Spell shape and numbers as Python does, apart from exponents. */
  private static String text(StoredArray array) {
    String shape = array.shape().stream().map(String::valueOf).collect(Collectors.joining("x"));
    return shape + "," + numbers(Arrays.stream(array.values()).boxed().toList());
  }

  private static String numbers(List<Double> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static List<String> expected(String file) throws IOException {
    try (InputStream in = WeightsFileTest.class.getResourceAsStream("weights.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(file + ","))
          .map(WeightsFileTest::normalized)
          .toList();
    }
  }

  private static String normalized(String line) {
    int at = line.lastIndexOf(',') + 1;
    List<Double> values =
        Arrays.stream(line.substring(at).split(" ", -1))
            .filter(text -> !text.isEmpty())
            .map(Double::valueOf)
            .toList();
    return line.substring(0, at) + numbers(values);
  }
}
