package io.github.greenscreen.search.axis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.space.Choice;
import io.github.greenscreen.space.Clause;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.Constant;
import io.github.greenscreen.space.Distribution;
import io.github.greenscreen.space.Distribution.Setting;
import io.github.greenscreen.space.Range;
import io.github.greenscreen.space.Rule;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final Choice OPTIMIZER = new Choice("optimizer", List.of("SGD", "Adam", "AdamW"));
  private static final Choice MOMENTUM =
      new Choice("momentum", List.of("0.0", "0.5", "0.9", "0.99"));

  private static Axis axis(String... values) {
    return Axis.of(new Choice("a", List.of(values)));
  }

  @Test
  void axis_numbers_areOrdered() {
    assertThat(axis("100", "150", "200").isNamed()).isFalse();
    assertThat(axis("100", "150", "200").place(1)).isEqualTo(0.5);
    assertThat(axis("0.01", "1.5e-4", "8.0e-4").place(0)).isEqualTo(1);
  }

  @Test
  void axis_numbersOverADecade_areOrderedByLogarithm() {
    assertThat(axis("1", "10", "100").place(1)).isEqualTo(0.5);
  }

  @Test
  void axis_codesWordsAndPairs_areNames() {
    assertThat(axis("0", "1", "2", "3", "4").isNamed()).isTrue();
    assertThat(axis("2", "0", "1").isNamed()).isTrue();
    assertThat(axis("4", "32", "None").isNamed()).isTrue();
    assertThat(axis("4", "32").isNamed()).isTrue();
    assertThat(axis("1d", "2d", "4d").isNamed()).isTrue();
  }

  @Test
  void draw_probabilities_areFollowed() {
    Axis axis = Axis.of(new Choice("a", List.of("x", "y", "z"), List.of(0.2, 0.0, 0.8)));
    assertThat(axis.draw(0.1)).isEqualTo(0);
    assertThat(axis.draw(0.2)).isEqualTo(2);
    assertThat(axis.share(1)).isEqualTo(0);
  }

  @Test
  void configuration_ofPoint_isTheOneItCameFrom() {
    SearchSpace space = new SearchSpace(List.of(OPTIMIZER, MOMENTUM, new Constant("seed", "22")));
    Layout layout = new Layout(space);
    Configuration configuration =
        Configuration.of(Map.of("optimizer", "Adam", "momentum", "0.9", "seed", "22"));
    Point point = layout.point(configuration).orElseThrow();
    assertThat(point.coordinates()).containsExactly(1, 2);
    assertThat(layout.configuration(point)).isEqualTo(configuration);
  }

  @Test
  void point_outside_isEmpty() {
    Layout layout =
        new Layout(new SearchSpace(List.of(OPTIMIZER, MOMENTUM, new Constant("seed", "22"))));
    assertThat(
            layout.point(
                Configuration.of(Map.of("optimizer", "Adam", "momentum", "0.9", "seed", "7"))))
        .isEmpty();
    assertThat(
            layout.point(
                Configuration.of(Map.of("optimizer", "Adam", "momentum", "9", "seed", "22"))))
        .isEmpty();
    assertThat(layout.point(Configuration.of(Map.of("optimizer", "Adam", "seed", "22")))).isEmpty();
  }

  @Test
  void settle_parameterThatDoesNotCount_isMissing() {
    SearchSpace space =
        new SearchSpace(
            List.of(OPTIMIZER, MOMENTUM),
            Map.of("momentum", new Rule(List.of(Clause.of("optimizer", List.of("SGD"))))),
            List.of());
    Layout layout = new Layout(space);
    Point point = layout.settle(new double[] {1, 2}).orElseThrow();
    assertThat(point).isEqualTo(layout.settle(new double[] {1, 3}).orElseThrow());
    assertThat(point.coordinates()).containsExactly(1, Double.NaN);
    assertThat(layout.configuration(point).values()).containsOnlyKeys("optimizer");
  }

  @Test
  void settle_forbidden_isEmpty() {
    Rule rule =
        new Rule(
            List.of(
                Clause.of("optimizer", List.of("Adam")), Clause.of("momentum", List.of("0.9"))));
    Layout layout =
        new Layout(new SearchSpace(List.of(OPTIMIZER, MOMENTUM), Map.of(), List.of(rule)));
    assertThat(layout.settle(new double[] {1, 2})).isEmpty();
    assertThat(layout.settle(new double[] {1, 1})).isPresent();
  }

  @Test
  void settle_withinTheSameStep_isTheSamePoint() {
    Range range =
        new Range(
            "depth",
            Distribution.INT_UNIFORM,
            Map.of(Setting.MIN, BigDecimal.ONE, Setting.MAX, BigDecimal.TEN));
    Layout layout = new Layout(new SearchSpace(List.of(range)));
    assertThat(layout.settle(new double[] {0.51})).isEqualTo(layout.settle(new double[] {0.59}));
  }

  @Test
  void draw_always_givesPointsOfTheSpace() {
    Layout layout = new Layout(new SearchSpace(List.of(OPTIMIZER, MOMENTUM)));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      Point point = layout.settle(layout.draw(random)).orElseThrow();
      assertThat(layout.point(layout.configuration(point))).contains(point);
    }
  }
}
