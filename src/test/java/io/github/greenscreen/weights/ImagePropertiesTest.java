package io.github.greenscreen.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePropertiesTest {
  private static final ImageProperties EXPECTED =
      new ImageProperties(List.of(0.5, 0.25, 0.125), List.of(0.1, 0.2, 0.3), OptionalInt.of(160));

  @TempDir Path folder;

  @Test
  void of_weightsAlone_areUnknown() {
    assertThat(properties(new WeightFiles()))
        .isEqualTo(new ImageProperties(List.of(), List.of(), OptionalInt.empty()));
  }

  @Test
  void of_metadata_areThose() {
    WeightFiles weights =
        new WeightFiles()
            .withMetadata(
                "{\"format\": \"pt\", \"image_mean\": \"[0.5, 0.25, 0.125]\","
                    + " \"image_std\": \"[0.1, 0.2, 0.3]\", \"size\": \"160\"}");
    assertThat(properties(weights)).isEqualTo(EXPECTED);
  }

  @Test
  void of_aPreprocessorOfHuggingFace_areThose() throws IOException {
    for (String size : List.of("160", "{\"height\": 160}", "{\"shortest_edge\": 160}")) {
      Files.writeString(
          folder.resolve("preprocessor_config.json"),
          "{\"image_mean\": [0.5, 0.25, 0.125], \"image_std\": [0.1, 0.2, 0.3], \"size\": %s}"
              .formatted(size));
      assertThat(properties(new WeightFiles())).isEqualTo(EXPECTED);
    }
  }

  @Test
  void of_aConfigurationOfTimm_areThose() throws IOException {
    String settings =
        "{\"mean\": [0.5, 0.25, 0.125], \"std\": [0.1, 0.2, 0.3], \"input_size\": [3, 160, 160]}";
    Files.writeString(folder.resolve("config.json"), "{\"pretrained_cfg\": " + settings + "}");
    assertThat(properties(new WeightFiles())).isEqualTo(EXPECTED);
    Files.writeString(folder.resolve("config.json"), settings);
    assertThat(properties(new WeightFiles())).isEqualTo(EXPECTED);
  }

  @Test
  void of_impossibleValues_areRefused() throws IOException {
    Files.writeString(
        folder.resolve("preprocessor_config.json"),
        "{\"image_mean\": [0.5, 0.25], \"image_std\": [0.1, 0, 0.3], \"size\": 160}");
    assertThatThrownBy(() -> properties(new WeightFiles()))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            ("weights %s: the images have mean [0.5,0.25], deviation [0.1,0,0.3], and 160 pixels; "
                    + "expected three numbers, three numbers above 0, and at most 4096 pixels")
                .formatted(folder.resolve("a.safetensors")));
  }

  @Test
  void of_aFileThatIsNoJson_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("config.json"), "{");
    assertThatThrownBy(() -> properties(new WeightFiles()))
        .isInstanceOf(WeightsException.class)
        .hasMessage("weights %s: expected JSON; remove the file".formatted(file));
  }

  private ImageProperties properties(WeightFiles weights) {
    Path file = weights.zeros("a", 1).safetensors(folder.resolve("a.safetensors"));
    return ImageProperties.of(WeightsFile.read(file));
  }
}
