package io.github.greenscreen.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategoricalParameterTest {

  @Test
  void new_noValues_throws() {
    assertThatThrownBy(() -> new CategoricalParameter("lr", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter lr has no values");
  }

  @Test
  void new_valueTwice_throws() {
    assertThatThrownBy(() -> new CategoricalParameter("lr", List.of("1", "2", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter lr has a duplicate value: [1, 2, 1]");
  }

  @Test
  void values_listChangedAfterwards_stayTheSame() {
    List<String> values = new ArrayList<>(List.of("1", "2"));
    CategoricalParameter choice = new CategoricalParameter("lr", values);
    values.clear();
    assertThat(choice.values()).containsExactly("1", "2");
  }
}
