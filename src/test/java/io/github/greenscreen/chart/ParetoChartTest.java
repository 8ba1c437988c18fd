package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.EpochMetrics;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.ranking.CostAccuracyFront;
import io.github.greenscreen.chart.model.HighlightedPoint;
import io.github.greenscreen.chart.model.RunRole;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

final class ParetoChartTest {
  private static final CostAccuracyFront NO_FRONT =
      new CostAccuracyFront(List.of(), 0, 0, Optional.empty());

  @Test
  void of_frontier_isDrawnAndNamed() {
    JFreeChart chart =
        ParetoChart.of(
            List.of(run("001", 10, 0.5), run("002", 20, 0.6), run("003", 30, 0.4)),
            Cost.ENERGY,
            List.of(),
            new CostAccuracyFront(List.of("001", "002"), 0, 30, Optional.of("002")));

    assertThat(ChartRows.legend(chart)).containsExactly("Runs of the sweep", "Pareto front");
    assertThat(ChartRows.x(chart, 2, 0)).containsExactly(10, 20);
    assertThat(ChartRows.y(chart, 2, 0)).containsExactly(50, 60);
    XYPlot plot = (XYPlot) chart.getPlot();
    assertThat(
            plot.getRenderer(2).getItemLabelGenerator(0, 0).generateLabel(plot.getDataset(2), 0, 0))
        .isEqualTo("001");
    assertThat(
            plot.getRenderer(2).getItemLabelGenerator(0, 1).generateLabel(plot.getDataset(2), 0, 1))
        .isEqualTo("002 (knee)");
    ChartRows.draw(chart);
  }

  @Test
  void of_runs_showsAccuracyInPercentAgainstCost() {
    JFreeChart chart =
        ParetoChart.of(
            List.of(run(10, 0.5), run(20, 0.6), run(Double.NaN, 0.7)),
            Cost.ENERGY,
            List.of(new HighlightedPoint("Final run (009)", RunRole.FINAL, 10, 50)),
            NO_FRONT);

    assertThat(ChartRows.x(chart, 0, 0)).containsExactly(10, 20);
    assertThat(ChartRows.y(chart, 0, 0)).containsExactly(50, 60);
    assertThat(ChartRows.legend(chart)).containsExactly("Runs of the sweep", "Final run (009)");
    assertThat(axis(chart)).isEqualTo("Energy of the run (Wh)");
    ChartRows.draw(chart);
  }

  @Test
  void of_costsFarApart_isLogarithmic() {
    JFreeChart chart =
        ParetoChart.of(List.of(run(1, 0.5), run(100, 0.6)), Cost.ENERGY, List.of(), NO_FRONT);

    assertThat(((XYPlot) chart.getPlot()).getDomainAxis()).isInstanceOf(LogAxis.class);
    assertThat(axis(chart)).isEqualTo("Energy of the run (Wh, logarithmic)");
    ChartRows.draw(chart);
  }

  @Test
  void of_noMeter_showsSeconds() {
    JFreeChart chart =
        ParetoChart.of(List.of(run(Double.NaN, 0.5)), Cost.TIME, List.of(), NO_FRONT);

    assertThat(ChartRows.x(chart, 0, 0)).containsExactly(60);
    assertThat(axis(chart)).isEqualTo("Time of the run (s)");
    ChartRows.draw(chart);
  }

  @Test
  void of_estimatedRunsAlone_marksAxisAndLegend() {
    JFreeChart chart =
        ParetoChart.of(
            List.of(run(10, 0.5, PowerSource.ESTIMATED), run(20, 0.6, PowerSource.ESTIMATED)),
            Cost.ENERGY,
            List.of(),
            NO_FRONT);

    assertThat(axis(chart)).isEqualTo("Energy of the run (Wh, estimated)");
    assertThat(ChartRows.legend(chart)).containsExactly("Runs of the sweep, estimated");
  }

  @Test
  void of_measuredAndEstimatedRuns_keepsThemApart() {
    JFreeChart chart =
        ParetoChart.of(
            List.of(run(10, 0.5), run(20, 0.6, PowerSource.ESTIMATED), run(30, 0.7)),
            Cost.ENERGY,
            List.of(),
            NO_FRONT);

    assertThat(axis(chart)).isEqualTo("Energy of the run (Wh, some estimated)");
    assertThat(ChartRows.legend(chart))
        .containsExactly("Runs of the sweep, measured", "Runs of the sweep, estimated");
    assertThat(ChartRows.x(chart, 0, 0)).containsExactly(10, 30);
    assertThat(ChartRows.x(chart, 0, 1)).containsExactly(20);
    ChartRows.draw(chart);
  }

  private static String axis(JFreeChart chart) {
    return ((XYPlot) chart.getPlot()).getDomainAxis().getLabel();
  }

  private static RunMetrics run(double energyWh, double accuracy) {
    return run(energyWh, accuracy, PowerSource.MEASURED);
  }

  private static RunMetrics run(double energyWh, double accuracy, PowerSource source) {
    return run("002", energyWh, accuracy, source);
  }

  private static RunMetrics run(String name, double energyWh, double accuracy) {
    return run(name, energyWh, accuracy, PowerSource.MEASURED);
  }

  private static RunMetrics run(String name, double energyWh, double accuracy, PowerSource source) {
    return new RunMetrics(
        name,
        Configuration.of(Map.of()),
        1,
        accuracy,
        accuracy,
        0,
        0,
        0,
        60,
        energyWh,
        0,
        0,
        new RunEnergy(energyWh, Double.NaN, Double.NaN, 100, ""),
        Double.NaN,
        source,
        EpochMetrics.of(accuracy));
  }
}
