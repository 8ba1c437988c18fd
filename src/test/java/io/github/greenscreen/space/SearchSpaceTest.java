package io.github.greenscreen.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              new CategoricalParameter("a", List.of("x", "y")),
              new FixedParameter("c", "k"),
              new CategoricalParameter("b", List.of("1", "2", "3"))));

  @Test
  void size_always_isTheProduct() {
    assertThat(SPACE.size()).isEqualTo(6);
    assertThat(new SearchSpace(List.of()).size()).isEqualTo(1);
  }

  @Test
  void baseline_always_takesFirstValuesInOrder() {
    assertThat(SPACE.baseline().toString()).isEqualTo("{a=x, c=k, b=1}");
  }

  @Test
  void at_successiveIndices_turnTheLastParameterFastest() {
    assertThat(SPACE.at(BigInteger.valueOf(1)).toString()).isEqualTo("{a=x, c=k, b=2}");
    assertThat(SPACE.at(BigInteger.valueOf(3)).toString()).isEqualTo("{a=y, c=k, b=1}");
  }

  @Test
  void at_outsideTheSpace_throws() {
    assertThatThrownBy(() -> SPACE.at(BigInteger.valueOf(6)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("6 is not below 6");
    assertThatThrownBy(() -> SPACE.at(BigInteger.valueOf(-1)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void indexOf_everyConfiguration_isTheInverseOfAt() {
    Set<Configuration> seen = new HashSet<>();
    for (int i = 0; i < 6; i++) {
      Configuration configuration = SPACE.at(BigInteger.valueOf(i));
      assertThat(SPACE.indexOf(configuration)).contains(BigInteger.valueOf(i));
      seen.add(configuration);
    }
    assertThat(seen).hasSize(6);
  }

  @Test
  void indexOf_furtherParameterAndOtherOrder_doNotMatter() {
    Configuration wider = Configuration.of(Map.of("b", "3", "z", "9", "a", "x", "c", "k"));
    assertThat(SPACE.indexOf(wider)).contains(BigInteger.valueOf(2));
  }

  @Test
  void indexOf_missingParameterOrForeignValue_isEmpty() {
    assertThat(SPACE.indexOf(Configuration.of(Map.of("a", "x", "b", "1")))).isEmpty();
    assertThat(SPACE.indexOf(SPACE.baseline().with("c", "other"))).isEmpty();
    assertThat(SPACE.indexOf(SPACE.baseline().with("b", "4"))).isEmpty();
  }

  @Test
  void with_choice_becomesConstantInPlace() {
    SearchSpace changed = SPACE.with("a", "y");
    assertThat(changed.parameters().get(0)).isEqualTo(new FixedParameter("a", "y"));
    assertThat(changed.size()).isEqualTo(3);
  }

  @Test
  void find_name_givesTheParameterOrNothing() {
    assertThat(SPACE.find("c")).contains(new FixedParameter("c", "k"));
    assertThat(SPACE.find("d")).isEmpty();
  }

  @Test
  void new_nameTwice_throws() {
    assertThatThrownBy(
            () ->
                new SearchSpace(
                    List.of(new FixedParameter("a", "1"), new FixedParameter("a", "2"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a parameter is defined twice: ");
  }
}
