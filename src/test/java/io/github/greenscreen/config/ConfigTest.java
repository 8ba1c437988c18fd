package io.github.greenscreen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.FixedParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  @TempDir private Path folder;
  private Config config;

  @BeforeEach
  void readGridOfTwo() throws IOException {
    String text = "method: grid\nparameters: {lr: {values: [0.1, 0.2]}}";
    config = ConfigReader.read(Files.writeString(folder.resolve("c.yaml"), text));
  }

  @Test
  void with_searchedParameter_becomesAConstantInItsPlace() {
    Config changed = config.with("lr", "0.5");
    assertThat(changed.space().parameters().get(0)).isEqualTo(new FixedParameter("lr", "0.5"));
    assertThat(changed.method()).isEqualTo(SamplerType.GRID);
    assertThat(changed.runs()).isEqualTo(100);
  }

  @Test
  void with_parameterThatTheFileLeavesOut_isAdded() {
    assertThat(config.with("optimizer", "SGD").space().find("optimizer"))
        .contains(new FixedParameter("optimizer", "SGD"));
  }

  @Test
  void with_defaultConstant_isReplaced() {
    assertThat(config.with("epochs", "2").space().baseline().get("epochs")).isEqualTo("2");
  }

  @Test
  void with_unknownNameOrValue_throwsTheSentenceOfTheSchema() {
    assertThatThrownBy(() -> config.with("optimizer", "sdg"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "unknown optimizer \"sdg\"; expected one of RMSProp, SGD, Adam, AdamW, Nesterov, Muon (did you mean"
                + " \"SGD\"?)");
    assertThatThrownBy(() -> config.with("epoch", "3"))
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith(" (did you mean \"epochs\"?)");
  }

  /** Together they are legal, whichever comes first; each alone is not. */
  @Test
  void with_severalParameters_appliesThemTogether() throws IOException {
    String text = "parameters: {model: {value: convnext_tiny}, image_size: {value: 48}}";
    Config other = ConfigReader.read(Files.writeString(folder.resolve("o.yaml"), text));
    Map<String, String> pinned = new LinkedHashMap<>();
    pinned.put("image_size", "24");
    pinned.put("model", "vit_tiny");

    Map<String, String> baseline = other.with(pinned).space().baseline().values();

    assertThat(baseline).containsEntry("image_size", "24").containsEntry("model", "vit_tiny");
    assertThatThrownBy(() -> other.with("image_size", "24"))
        .hasMessageStartingWith("model convnext_tiny needs images of at least 32x32 pixels");
  }
}
