package io.github.greenscreen.run.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.weights.ImageProperties;
import io.github.greenscreen.weights.StateDict;
import io.github.greenscreen.weights.WeightsFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFileTest {
  private static final NetworkDescription DESCRIPTION =
      new NetworkDescription(
          "resnet18",
          Optional.of("cifar"),
          "cifar10",
          List.of("cat", "a \"dog\""),
          32,
          List.of(0.1, 0.25, 1.0 / 3),
          List.of(1.0, 2.0, 0.5),
          true);

  @TempDir Path folder;

  /** The bytes follow the specification; its Python library reads them. */
  @Test
  void file_written_hasTheHeaderOfSafetensors() throws IOException {
    Path file = write(Map.of("format", "pt"));

    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) bytes.getLong();
    byte[] header = new byte[length];
    bytes.get(header);
    assertThat(new String(header, StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"b\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[8,16]}}");
    assertThat(length % 8).isZero();
    assertThat(bytes.getFloat()).isEqualTo(1.5f);
    assertThat(bytes.getFloat()).isEqualTo(-2f);
    assertThat(bytes.getDouble()).isEqualTo(0.1);
    assertThat(bytes.hasRemaining()).isFalse();
  }

  @Test
  void file_readBack_isTheSame() throws IOException {
    NetworkFile file = NetworkFile.read(write(DESCRIPTION.metadata()));

    assertThat(NetworkDescription.of(file)).isEqualTo(DESCRIPTION);
    assertThat(List.copyOf(file.arrays().values())).isEqualTo(arrays());
    assertThat(file.content("a").getFloat(4)).isEqualTo(-2f);
    assertThat(file.content("b").getDouble()).isEqualTo(0.1);
  }

  @Test
  void file_ofANetworkWithoutSomeFilters_saysHowManyItHas() throws IOException {
    Map<String, Integer> filters = new LinkedHashMap<>();
    filters.put("layer1.0.conv1", 9);
    filters.put("layer3.2.conv1", 1);
    NetworkDescription description =
        new NetworkDescription(
            DESCRIPTION.model(),
            DESCRIPTION.stem(),
            DESCRIPTION.dataset(),
            DESCRIPTION.classes(),
            DESCRIPTION.side(),
            DESCRIPTION.mean(),
            DESCRIPTION.deviation(),
            DESCRIPTION.flips(),
            filters);

    assertThat(DESCRIPTION.metadata()).doesNotContainKey("kept_filters");
    assertThat(description.metadata())
        .containsEntry("kept_filters", "{\"layer1.0.conv1\":9,\"layer3.2.conv1\":1}");
    NetworkFile file = NetworkFile.read(write(description.metadata()));
    assertThat(NetworkDescription.of(file)).isEqualTo(description);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[8]", "{\"conv1\":0}", "{\"conv1\":\"all\"}", "{\"conv1\":null}", "8.5"})
  void file_withWrongNumbersOfFilters_isRefused(String filters) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>(DESCRIPTION.metadata());
    metadata.put("kept_filters", filters);
    NetworkFile file = NetworkFile.read(write(metadata));

    assertThatThrownBy(() -> NetworkDescription.of(file))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            "%s: the metadata have a wrong kept_filters: %s; train the run again"
                .formatted(file.path(), filters));
  }

  /** So that another training can begin with it. */
  @Test
  void file_readAsPretrainedWeights_bringsItsArraysAndImages() throws IOException {
    StateDict weights = WeightsFile.read(write(DESCRIPTION.metadata()));

    assertThat(weights.arrays()).containsOnlyKeys("a", "b");
    assertThat(weights.arrays().get("a").values()).containsExactly(1.5, -2);
    assertThat(ImageProperties.of(weights))
        .isEqualTo(
            new ImageProperties(
                DESCRIPTION.mean(), DESCRIPTION.deviation(), OptionalInt.of(DESCRIPTION.side())));
  }

  @Test
  void size_isThatOfAFileWithoutMetadata() throws IOException {
    assertThat(NetworkFile.size(arrays())).isEqualTo(Files.size(write(Map.of())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | its header is cut",
        "40 | its header is cut",
        "-1 | it ends within b",
        "-9 | it ends within a",
      })
  void file_cutShort_isRefused(int length, String reason) throws IOException {
    Path file = write(Map.of());
    byte[] bytes = Files.readAllBytes(file);
    int kept = length < 0 ? bytes.length + length : length;
    Files.write(file, Arrays.copyOf(bytes, kept));

    assertThatThrownBy(() -> NetworkFile.read(file))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            "%s is not a network that greenscreen saved: %s; train the run again"
                .formatted(file, reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | its header is not a JSON object",
        "{\"w\":3} | its header describes w in a way that is not understood",
        "{\"w\":{}} | its header describes w in a way that is not understood",
        "{\"w\":{\"dtype\":\"I3\",\"shape\":[],\"data_offsets\":[0,4]}} | its header describes w "
            + "in a way that is not understood",
      })
  void file_withAnotherHeader_isRefused(String header, String reason) throws IOException {
    Path file = folder.resolve("other.safetensors");
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length()).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(
        file, bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8)).array());

    assertThatThrownBy(() -> NetworkFile.read(file)).hasMessageContaining(": " + reason + "; ");
  }

  @Test
  void file_thatIsMissing_isRefused() {
    Path file = folder.resolve("none");
    assertThatThrownBy(() -> NetworkFile.read(file))
        .hasMessage("cannot read " + file + ": does not exist");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "model | | the metadata lack model",
        "classes | cat | the metadata have a wrong classes: cat",
        "image_mean | [1,2] | the metadata have a wrong image_mean: [1,2]",
        "image_std | null | the metadata have a wrong image_std: null",
        "size | big | the metadata have a wrong size: big",
      })
  void description_withAWrongEntry_isRefused(String key, String value, String reason)
      throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>(DESCRIPTION.metadata());
    if (value == null) {
      metadata.remove(key);
    } else {
      metadata.put(key, value);
    }
    NetworkFile file = NetworkFile.read(write(metadata));

    assertThatThrownBy(() -> NetworkDescription.of(file))
        .hasMessage(file.path() + ": " + reason + "; train the run again");
  }

  private Path write(Map<String, String> metadata) throws IOException {
    Path file = folder.resolve("network.safetensors");
    try (OutputStream out = Files.newOutputStream(file)) {
      NetworkFile.write(out, metadata, arrays(), NetworkFileTest::content);
    }
    return file;
  }

  private static List<ArraySpec> arrays() {
    return List.of(
        new ArraySpec("a", ArraySpec.Type.F32, List.of(2L)),
        new ArraySpec("b", ArraySpec.Type.F64, List.of()));
  }

  private static ByteBuffer content(ArraySpec array) {
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    return array.name().equals("a")
        ? bytes.putFloat(1.5f).putFloat(-2).flip()
        : bytes.putDouble(0.1).flip();
  }
}
