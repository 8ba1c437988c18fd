package io.github.greenscreen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.SearchSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigTest {
  private static final Config CONFIG =
      Config.of(
          new SearchSpace(List.of(new CategoricalParameter("lr", List.of("0.1", "0.2")))),
          SamplerType.GRID);

  @Test
  void with_searchedParameter_becomesAConstantInItsPlace() {
    Config changed = CONFIG.with("lr", "0.5");
    assertThat(changed.space().parameters().get(0)).isEqualTo(new FixedParameter("lr", "0.5"));
    assertThat(changed.method()).isEqualTo(SamplerType.GRID);
    assertThat(changed.runCap()).isEqualTo(100);
  }

  @Test
  void with_parameterThatTheFileLeavesOut_isAdded() {
    assertThat(CONFIG.with("optimizer", "SGD").space().find("optimizer"))
        .contains(new FixedParameter("optimizer", "SGD"));
  }

  @Test
  void with_defaultConstant_isReplaced() {
    assertThat(CONFIG.with("epochs", "2").space().baseline().get("epochs")).isEqualTo("2");
  }

  @Test
  void with_unknownNameOrValue_throwsTheSentenceOfTheSchema() {
    assertThatThrownBy(() -> CONFIG.with("optimizer", "sdg"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "unknown optimizer \"sdg\"; expected one of RMSProp, SGD, Adam, AdamW, Nesterov (did you mean"
                + " \"SGD\"?)");
    assertThatThrownBy(() -> CONFIG.with("epoch", "3"))
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith(" (did you mean \"epochs\"?)");
  }
}
