package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.evaluation.ConfusionTable;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.XYZDataset;
import org.junit.jupiter.api.Test;

final class ConfusionChartTest {
  private static final ConfusionTable TABLE =
      ConfusionTable.of(List.of("cat", "dog", "emu"), 300, 99, 1, 0, 25, 75, 0, 0, 0);

  @Test
  void of_namedClasses_hasTheSharesOfTheRowsAsColoursAndNumbers() {
    JFreeChart chart = ConfusionChart.of("Predicted class", TABLE);

    XYPlot plot = (XYPlot) chart.getPlot();
    XYZDataset data = (XYZDataset) plot.getDataset();
    assertThat(ChartRows.x(chart, 0, 0)).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
    assertThat(ChartRows.y(chart, 0, 0)).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
    assertThat(data.getZValue(0, 4)).isEqualTo(0.5);
    assertThat(data.getZValue(0, 8)).isZero();
    assertThat(((SymbolAxis) plot.getRangeAxis()).getSymbols())
        .containsExactly("cat", "dog", "emu");
    assertThat(plot.getRangeAxis().isInverted()).isTrue();
    assertThat(numbers(plot))
        .extracting(XYTextAnnotation::getText)
        .containsExactly("75", "25", "<1", "25", "75");
    assertThat(numbers(plot).get(0).getPaint()).isEqualTo(Color.WHITE);
    assertThat(numbers(plot).get(1).getPaint()).isNotEqualTo(Color.WHITE);
    ChartRows.draw(chart);
  }

  @Test
  void colours_ofHigherShares_areDarker() {
    XYBlockRenderer renderer =
        (XYBlockRenderer) ((XYPlot) ConfusionChart.of("", TABLE).getPlot()).getRenderer();
    double before = 256;
    for (int step = 0; step <= 20; step++) {
      Color color = (Color) renderer.getPaintScale().getPaint(step / 20.0);
      double grey = 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
      assertThat(grey).as("step %d", step).isLessThan(before - 0.5);
      before = grey;
    }
    assertThat(renderer.getPaintScale().getPaint(0)).isEqualTo(Color.WHITE);
  }

  @Test
  void of_longNames_writesThemUpwardsAndShortened() {
    List<String> names = List.of("cat", "dog", "emu");
    List<String> longer = List.of("cat", "x".repeat(20), "y".repeat(40));
    assertThat(ConfusionChart.height(ConfusionTable.of(names, new long[9]))).isEqualTo(84);
    assertThat(ConfusionChart.height(ConfusionTable.of(longer, new long[9]))).isEqualTo(84);

    List<String> ten = new ArrayList<>(Collections.nCopies(9, "cat"));
    ten.add("y".repeat(40));
    JFreeChart chart = ConfusionChart.of("", ConfusionTable.of(ten, new long[100]));

    SymbolAxis axis = (SymbolAxis) ((XYPlot) chart.getPlot()).getDomainAxis();
    assertThat(axis.isVerticalTickLabels()).isTrue();
    assertThat(axis.getSymbols()).contains("y".repeat(19) + "…");
    assertThat(ConfusionChart.height(ConfusionTable.of(ten, new long[100]))).isEqualTo(182 + 90);
    ChartRows.draw(chart);
  }

  @Test
  void of_manyClasses_hasNeitherNamesNorNumbers() {
    int classes = ConfusionChart.MAX_NAMES + 1;
    JFreeChart chart =
        ConfusionChart.of(
            "", ConfusionTable.of(Collections.nCopies(classes, "c"), new long[classes * classes]));

    XYPlot plot = (XYPlot) chart.getPlot();
    assertThat(plot.getRangeAxis().isTickLabelsVisible()).isFalse();
    assertThat(plot.getAnnotations()).isEmpty();
    ChartRows.draw(chart);
  }

  private static List<XYTextAnnotation> numbers(XYPlot plot) {
    return plot.getAnnotations().stream().map(XYTextAnnotation.class::cast).toList();
  }
}
