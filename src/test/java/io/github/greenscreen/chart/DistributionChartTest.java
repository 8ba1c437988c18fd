package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.chart.model.DistributionGroup;
import io.github.greenscreen.chart.model.HighlightedPoint;
import io.github.greenscreen.chart.model.RunRole;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

final class DistributionChartTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final List<Double> SOME = List.of(100.0, 110.0, 112.0, 120.0, 121.0, 200.0);

  @Test
  void of_values_showsEveryFiniteOneInItsRow() {
    JFreeChart chart =
        DistributionChart.of(
            "Mean power (W)",
            NONE,
            List.of(
                group("all runs", List.of(100.0, 110.0, Double.NaN, 200.0)),
                group("batch_size 4", List.of(200.0))),
            List.of(new HighlightedPoint("Baseline (001)", RunRole.BASELINE, 110, 0)));

    assertThat(ChartRows.x(chart, 0, 0)).containsExactly(100, 110, 200, 200);
    assertThat(ChartRows.y(chart, 0, 0)[3]).isEqualTo(1);
    assertThat(ChartRows.x(chart, 1, 0)).containsExactly(110);
    assertThat(ChartRows.y(chart, 1, 0)).containsExactly(0);
    assertThat(((SymbolAxis) ((XYPlot) chart.getPlot()).getRangeAxis()).getSymbols())
        .containsExactly("all runs", "batch_size 4");
    assertThat(ChartRows.legend(chart)).containsExactly("One run", "Baseline (001)");
    ChartRows.draw(chart);
  }

  @Test
  void of_twice_placesPointsAlike() {
    JFreeChart first = DistributionChart.of("W", NONE, List.of(group("all", SOME)), List.of());
    JFreeChart second = DistributionChart.of("W", NONE, List.of(group("all", SOME)), List.of());

    assertThat(ChartRows.y(first, 0, 0)).isEqualTo(ChartRows.y(second, 0, 0));
    assertThat(ChartRows.y(first, 0, 0)).doesNotHaveDuplicates();
  }

  @Test
  void of_equalValues_liesApartWithoutAShape() {
    List<Double> equal = Collections.nCopies(7, 42.0);

    Violin violin = new Violin(group("all", equal), 0);

    assertThat(violin.background()).isEmpty();
    assertThat(violin.foreground()).hasSize(1);
    assertThat(List.of(violin.points())).allSatisfy(point -> assertThat(point[0]).isEqualTo(42));
    assertThat(IntStream.range(0, 7).mapToDouble(i -> violin.points()[i][1]).distinct()).hasSize(7);
    ChartRows.draw(DistributionChart.of("W", NONE, List.of(group("all", equal)), List.of()));
  }

  @Test
  void of_noneOneOrTwo_hasNoShape() {
    for (List<Double> few : List.of(List.<Double>of(), List.of(1.0), List.of(1.0, 2.0))) {
      Violin violin = new Violin(group("all", few), 0);

      assertThat(violin.background()).isEmpty();
      assertThat(List.of(violin.points())).hasSize(few.size());
      assertThat(violin.foreground()).hasSize(few.isEmpty() ? 0 : 1);
      ChartRows.draw(DistributionChart.of("W", NONE, List.of(group("all", few)), List.of()));
    }
  }

  @Test
  void points_ofAShape_stayInsideOfIt() {
    Violin violin = new Violin(group("all", SOME), 3);
    KernelDensityEstimate density =
        KernelDensityEstimate.of(SOME.stream().mapToDouble(each -> each).toArray()).orElseThrow();

    assertThat(violin.background()).hasSize(1);
    assertThat(violin.foreground()).hasSize(2);
    for (double[] point : violin.points()) {
      assertThat(Math.abs(point[1] - 3)).isLessThan(0.42 * density.at(point[0]));
    }
  }

  @Test
  void points_veryMany_areThinnedToTheEnds() {
    List<Double> many = IntStream.range(0, 5000).mapToObj(i -> (double) i).toList();

    double[][] points = new Violin(group("all", many), 0).points();

    assertThat(points.length).isEqualTo(Violin.MAX_POINTS);
    assertThat(points[0][0]).isZero();
    assertThat(points[points.length - 1][0]).isEqualTo(4999);
  }

  @Test
  void of_accuracies_hasNoTickOutsideZeroTo100() {
    for (List<Double> values :
        List.of(
            List.of(100.0, 100.0),
            List.of(0.0, 0.0),
            List.of(0.5, 99.9),
            List.of(97.0, 100.0),
            List.of(0.1, 3.0))) {
      JFreeChart chart =
          DistributionChart.of("Accuracy (%)", 100, List.of(group("all", values)), List.of());
      ChartRows.draw(chart);
      NumberAxis axis = (NumberAxis) ((XYPlot) chart.getPlot()).getDomainAxis();
      double tick = axis.getTickUnit().getSize();

      assertThat(axis.getRange().getLowerBound()).isNotNegative();
      assertThat(axis.getRange().getUpperBound()).isLessThan(100 + tick);
      assertThat(axis.getRange().contains(values.get(0))).isTrue();
      assertThat(axis.getRange().contains(values.get(1))).isTrue();
    }
  }

  @Test
  void of_powers_hasNoTickBelowZero() {
    JFreeChart chart =
        DistributionChart.of("W", NONE, List.of(group("all", List.of(0.0, 0.0))), List.of());
    ChartRows.draw(chart);

    assertThat(((XYPlot) chart.getPlot()).getDomainAxis().getRange().getLowerBound())
        .isNotNegative();
  }

  @Test
  void of_unknownMark_isNotDrawn() {
    JFreeChart chart =
        DistributionChart.of(
            "Mean power (W)",
            NONE,
            List.of(group("all", List.of(1.0))),
            List.of(new HighlightedPoint("Baseline (001)", RunRole.BASELINE, Double.NaN, 0)));

    assertThat(ChartRows.legend(chart)).containsExactly("One run");
    ChartRows.draw(chart);
  }

  private static DistributionGroup group(String label, List<Double> values) {
    double[] known =
        values.stream().mapToDouble(v -> v).filter(Double::isFinite).sorted().toArray();
    double middle = known.length == 0 ? Double.NaN : known[known.length / 2];
    return new DistributionGroup(label, values, middle, middle, middle);
  }
}
