package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.chart.model.CoefficientEstimate;
import io.github.greenscreen.chart.model.RunRole;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartAltTextTest {
  @Test
  void axes_labelled_tellsBoth() {
    assertThat(ChartAltText.axes(LossChart.of(List.of(ChartRows.losses(RunRole.BASELINE, 2, 1)))))
        .isEqualTo("Epoch; Loss");
  }

  @Test
  void axes_onlyOneLabelled_tellsThat() {
    assertThat(
            ChartAltText.axes(
                ForestChart.of(
                    "Change (Wh)", List.of(new CoefficientEstimate("lr 0.1", 1, -1, 3)))))
        .isEqualTo("Change (Wh)");
  }
}
