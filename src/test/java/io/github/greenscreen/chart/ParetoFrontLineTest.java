package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ParetoFrontLineTest {
  @Test
  void names_crowdedPoints_leaveOutThoseThatWouldLieOverEachOther() {
    List<ParetoPoint> points =
        List.of(
            point("001", 0, 0.5, false),
            point("002", 0.01, 0.51, false),
            point("003 (knee)", 0.02, 0.8, true),
            point("004", 0.05, 0.82, false),
            point("005", 1, 1, false));

    assertThat(ParetoFrontLine.names(points).values()).containsExactly("001", "003 (knee)", "005");
  }

  private static ParetoPoint point(String label, double right, double up, boolean knee) {
    return new ParetoPoint(label, 100 * right, 100 * up, right, up, knee);
  }
}
