package io.github.greenscreen.weights;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {
  private static final String ADVICE =
      "; expected a whole safetensors file: download or write it again";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("a.safetensors");
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775807", "100000001", "-1", "4"})
  void read_aHeaderLongerThanTheFile_isRefused(long length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(11).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(length).put((byte) '{');
    Files.write(file, bytes.array());
    assertRefused(
        "the length of the header is %s bytes, but 3 bytes follow and 100000000 are allowed"
            .formatted(Long.toUnsignedString(length)));
  }

  @Test
  void read_aTruncatedFile_saysWhichArrayIsIncomplete() throws IOException {
    new WeightFiles().zeros("a", 2).zeros("b", 3).safetensors(file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertRefused(
        "b ends at byte 20 of the numbers, of which the file holds 19; it is probably truncated");
  }

  @Test
  void read_aHeaderThatIsNoJson_isRefused() {
    WeightFiles.safetensors(file, "{\"a\": }", new byte[0]);
    assertRefused("the header is not the JSON object of a safetensors file");
    WeightFiles.safetensors(file, "{\"a\": {\"shape\": [\"x\"]}}", new byte[0]);
    assertRefused("the header is not the JSON object of a safetensors file");
    WeightFiles.safetensors(file, "{\"a\": 1}", new byte[0]);
    assertRefused("the header is not the JSON object of a safetensors file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "F32 | [2]    | [0, 4]  | a of shape 2 has 4 bytes",
        "F32 | [-1]   | [0, 4]  | a of shape -1 has 4 bytes",
        "F32 | [4611686018427387904, 4] | [0, 0] | a of shape 4611686018427387904×4 has 0 bytes",
        "F32 | [1]    | [4, 0]  | a lies at the offsets [4, 0]",
        "F32 | [1]    | [0]     | a lies at the offsets [0]",
        "F8_E4M3 | [4] | [0, 4] | a has the number format \"F8_E4M3\"",
      })
  void read_anArrayThatIsNone_isRefused(String type, String shape, String offsets, String found) {
    String header =
        "{\"a\": {\"dtype\": \"%s\", \"shape\": %s, \"data_offsets\": %s}}"
            .formatted(type, shape, offsets);
    WeightFiles.safetensors(file, header, new byte[8]);
    assertRefused(found);
  }

  @Test
  void read_anArrayTwice_isRefused() {
    String array = "\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]}";
    WeightFiles.safetensors(file, "{%s, %s}".formatted(array, array), new byte[4]);
    assertRefused("the header describes a twice");
  }

  private void assertRefused(String found) {
    assertThatThrownBy(() -> WeightsFile.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessage("weights %s: %s%s".formatted(file, found, ADVICE));
  }
}
