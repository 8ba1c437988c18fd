package io.github.greenscreen.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private static final Configuration TWO =
      Configuration.of(Map.of()).with("b", "1").with("a", "None");

  @Test
  void equals_otherOrder_isEqual() {
    Configuration other = Configuration.of(Map.of()).with("a", "None").with("b", "1");
    assertThat(TWO).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(TWO).isNotEqualTo(other.with("b", "2"));
  }

  @Test
  void values_always_keepTheOrder() {
    assertThat(TWO.values()).hasToString("{b=1, a=None}");
    assertThat(TWO.with("b", "7").values()).hasToString("{b=7, a=None}");
  }

  @Test
  void values_changed_throws() {
    Map<String, String> values = TWO.values();
    assertThatThrownBy(values::clear).isInstanceOf(RuntimeException.class);
  }

  @Test
  void of_mapChangedAfterwards_staysTheSame() {
    Map<String, String> map = new LinkedHashMap<>(Map.of("a", "1"));
    Configuration configuration = Configuration.of(map);
    map.put("a", "2");
    assertThat(configuration.get("a")).isEqualTo("1");
  }

  @Test
  void of_nullValue_throwsNamingTheParameter() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("lr", null);
    assertThatThrownBy(() -> Configuration.of(map))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("lr");
  }

  @Test
  void get_unknownName_throwsNamingIt() {
    assertThatThrownBy(() -> TWO.get("lr"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("configuration has no parameter lr");
  }

  @Test
  void find_unknownName_isEmpty() {
    assertThat(TWO.find("lr")).isEmpty();
    assertThat(TWO.find("b")).contains("1");
  }
}
