package io.github.greenscreen.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Golden;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.replay.ReplayResult;
import io.github.greenscreen.analysis.replay.ReplayResult.Stop;
import io.github.greenscreen.search.stopper.AshaStopper;
import io.github.greenscreen.search.stopper.MedianStopper;
import io.github.greenscreen.summary.ReplaySummary.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplaySummaryTest {
  private static final List<Line> LINES =
      List.of(
          new Line(
              "asha",
              new AshaStopper(List.of(3, 9), 3),
              new ReplayResult(
                  Cost.ENERGY,
                  5,
                  List.of(new Stop("002", 3, "asha: low"), new Stop("004", 9, "asha: low")),
                  0.51234,
                  "003",
                  true,
                  List.of("003", "004"),
                  List.of("004"))),
          new Line(
              "median",
              new MedianStopper(5, 3),
              new ReplayResult(
                  Cost.ENERGY, 5, List.of(), 0, "003", false, List.of("003", "004"), List.of())));

  @Test
  void text_lines_isTheGoldenText() {
    Golden.check(ReplaySummaryTest.class, "replay.txt", ReplaySummary.text(LINES, 0.9));
  }

  @Test
  void json_lines_isTheGoldenText() {
    Golden.check(ReplaySummaryTest.class, "replay.json", ReplaySummary.json(LINES));
  }

  @Test
  void reasons_stops_areALineEach() {
    assertThat(ReplaySummary.reasons(LINES))
        .isEqualTo(
            "run 002 stopped after epoch 3: asha: low\nrun 004 stopped after epoch 9: asha: low\n");
  }
}
