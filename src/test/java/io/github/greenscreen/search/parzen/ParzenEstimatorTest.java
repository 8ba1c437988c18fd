package io.github.greenscreen.search.parzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.search.axis.EncodedConfiguration;
import io.github.greenscreen.search.axis.SpaceEncoding;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.DistributionType;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParzenEstimatorTest {
  private final SpaceEncoding layout =
      new SpaceEncoding(
          new SearchSpace(
              List.of(
                  new CategoricalParameter("name", List.of("a", "b", "c"), List.of(0.5, 0.3, 0.2)),
                  new CategoricalParameter("number", List.of("1", "2", "4", "8", "16")),
                  new NumericParameter(
                      "range",
                      DistributionType.UNIFORM,
                      Map.of(Setting.MIN, BigDecimal.ZERO, Setting.MAX, BigDecimal.ONE)))));

  private final ParzenEstimator parzen =
      new ParzenEstimator(
          layout.axes(),
          List.of(point(2, 4, 0.95), point(0, 1, 0.3)),
          new double[] {2, 1, 0.5},
          0.2,
          0.3);

  private EncodedConfiguration point(double... coordinates) {
    return layout.settle(coordinates).orElseThrow();
  }

  @Test
  void density_overTheWholeSpace_isOne() {
    int cells = 400;
    double sum = 0;
    for (int name = 0; name < 3; name++) {
      for (int number = 0; number < 5; number++) {
        for (int cell = 0; cell < cells; cell++) {
          double share = layout.axes().get(0).share(name) * layout.axes().get(1).share(number);
          sum += share * parzen.density(point(name, number, (cell + 0.5) / cells)) / cells;
        }
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-4));
  }

  @Test
  void density_nearAPoint_isHigherThanFarFromAll() {
    assertThat(parzen.density(point(2, 3, 0.9))).isGreaterThan(1);
    assertThat(parzen.density(point(1, 2, 0.6))).isLessThan(0.5);
  }

  @Test
  void draw_manyTimes_followsTheDensity() {
    SplittableRandom random = new SplittableRandom(5);
    int draws = 20_000;
    int hits = 0;
    for (int i = 0; i < draws; i++) {
      double[] drawn = parzen.draw(random);
      hits += drawn[0] == 2 && drawn[1] == 4 && drawn[2] > 0.5 ? 1 : 0;
    }
    double expected = 0;
    for (int cell = 200; cell < 400; cell++) {
      expected += 0.2 * 0.2 * parzen.density(point(2, 4, (cell + 0.5) / 400)) / 400;
    }
    assertThat(hits / (double) draws).isCloseTo(expected, within(0.012));
  }
}
