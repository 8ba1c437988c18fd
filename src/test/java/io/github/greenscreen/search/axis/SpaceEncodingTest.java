package io.github.greenscreen.search.axis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.DistributionType;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpaceEncodingTest {
  private static final CategoricalParameter OPTIMIZER =
      new CategoricalParameter("optimizer", List.of("SGD", "Adam", "AdamW"));
  private static final CategoricalParameter MOMENTUM =
      new CategoricalParameter("momentum", List.of("0.0", "0.5", "0.9", "0.99"));

  private static EncodedParameter axis(String... values) {
    return EncodedParameter.of(new CategoricalParameter("a", List.of(values)));
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
    EncodedParameter axis =
        EncodedParameter.of(
            new CategoricalParameter("a", List.of("x", "y", "z"), List.of(0.2, 0.0, 0.8)));
    assertThat(axis.draw(0.1)).isEqualTo(0);
    assertThat(axis.draw(0.2)).isEqualTo(2);
    assertThat(axis.share(1)).isEqualTo(0);
  }

  @Test
  void configuration_ofPoint_isTheOneItCameFrom() {
    SearchSpace space =
        new SearchSpace(List.of(OPTIMIZER, MOMENTUM, new FixedParameter("seed", "22")));
    SpaceEncoding layout = new SpaceEncoding(space);
    Configuration configuration =
        Configuration.of(Map.of("optimizer", "Adam", "momentum", "0.9", "seed", "22"));
    EncodedConfiguration point = layout.point(configuration).orElseThrow();
    assertThat(point.coordinates()).containsExactly(1, 2);
    assertThat(layout.configuration(point)).isEqualTo(configuration);
  }

  @Test
  void point_outside_isEmpty() {
    SpaceEncoding layout =
        new SpaceEncoding(
            new SearchSpace(List.of(OPTIMIZER, MOMENTUM, new FixedParameter("seed", "22"))));
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
            Map.of("momentum", new Conjunction(List.of(Condition.of("optimizer", List.of("SGD"))))),
            List.of());
    SpaceEncoding layout = new SpaceEncoding(space);
    EncodedConfiguration point = layout.settle(new double[] {1, 2}).orElseThrow();
    assertThat(point).isEqualTo(layout.settle(new double[] {1, 3}).orElseThrow());
    assertThat(point.coordinates()).containsExactly(1, Double.NaN);
    assertThat(layout.configuration(point).values()).containsOnlyKeys("optimizer");
  }

  @Test
  void settle_forbidden_isEmpty() {
    Conjunction rule =
        new Conjunction(
            List.of(
                Condition.of("optimizer", List.of("Adam")),
                Condition.of("momentum", List.of("0.9"))));
    SpaceEncoding layout =
        new SpaceEncoding(new SearchSpace(List.of(OPTIMIZER, MOMENTUM), Map.of(), List.of(rule)));
    assertThat(layout.settle(new double[] {1, 2})).isEmpty();
    assertThat(layout.settle(new double[] {1, 1})).isPresent();
  }

  @Test
  void settle_withinTheSameStep_isTheSamePoint() {
    NumericParameter range =
        new NumericParameter(
            "depth",
            DistributionType.INT_UNIFORM,
            Map.of(Setting.MIN, BigDecimal.ONE, Setting.MAX, BigDecimal.TEN));
    SpaceEncoding layout = new SpaceEncoding(new SearchSpace(List.of(range)));
    assertThat(layout.settle(new double[] {0.51})).isEqualTo(layout.settle(new double[] {0.59}));
  }

  @Test
  void draw_always_givesPointsOfTheSpace() {
    SpaceEncoding layout = new SpaceEncoding(new SearchSpace(List.of(OPTIMIZER, MOMENTUM)));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      EncodedConfiguration point = layout.settle(layout.draw(random)).orElseThrow();
      assertThat(layout.point(layout.configuration(point))).contains(point);
    }
  }
}
