package io.github.greenscreen.summary;

import io.github.greenscreen.Golden;
import io.github.greenscreen.simulation.QuartileSummary;
import io.github.greenscreen.simulation.SimulationInput;
import io.github.greenscreen.simulation.SimulationResult;
import io.github.greenscreen.simulation.SimulationResult.Front;
import io.github.greenscreen.simulation.SimulationResult.Stops;
import io.github.greenscreen.summary.SimulationSummary.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationSummaryTest {
  private static final SimulationInput INPUT =
      new SimulationInput(
          Map.of("lr", 4),
          List.of("time", "power"),
          List.of("2 of 8 rows have no power"),
          List.of("lr may be a result"));
  private static final QuartileSummary EARLY = new QuartileSummary(70.123456, 69.5, 70, 71);
  private static final QuartileSummary LATE = new QuartileSummary(73.2, 73, 73.25, 73.493333333);

  @Test
  void text_twoSamplers_isTheGoldenText() {
    Golden.check(
        SimulationSummaryTest.class, "simulation.txt", SimulationSummary.text(INPUT, both()));
  }

  @Test
  void json_oneSampler_isOneObject() {
    Golden.check(
        SimulationSummaryTest.class,
        "simulation.json",
        SimulationSummary.json(INPUT, List.of(new Line("tpe", "", result(20, Optional.empty())))));
  }

  @Test
  void json_several_isAList() {
    Golden.check(
        SimulationSummaryTest.class, "simulations.json", SimulationSummary.json(INPUT, both()));
  }

  @Test
  void textAndJson_withAStopper_sayWhatItSaved() {
    List<Line> lines =
        List.of(
            new Line("tpe", "", result(20, Optional.empty())), new Line("tpe", "asha", stopped()));
    Golden.check(SimulationSummaryTest.class, "stopped.txt", SimulationSummary.text(INPUT, lines));
    Golden.check(
        SimulationSummaryTest.class,
        "stopped.json",
        SimulationSummary.json(INPUT, lines.subList(1, 2)));
  }

  private static SimulationResult stopped() {
    SimulationResult whole = result(20, Optional.empty());
    return new SimulationResult(
        whole.trials(),
        whole.seeds(),
        whole.configurations(),
        whole.found(),
        whole.best(),
        whole.bestAfter(),
        whole.distinct(),
        whole.violations(),
        whole.secondsPerSuggestion(),
        whole.front(),
        Optional.of(new Stops(31.5, 0.7315, true)));
  }

  private static List<Line> both() {
    return List.of(
        new Line("random", "", result(17, Optional.empty())), new Line("nsga2", "", front()));
  }

  private static SimulationResult front() {
    return result(
        20,
        Optional.of(
            new Front(
                List.of("time", "power"),
                new QuartileSummary(5, 4, 5, 6),
                new QuartileSummary(0.6, 0.5, 0.6, 0.7),
                Map.of(25, new QuartileSummary(0.4, 0.3, 0.4, 0.5)),
                0.8125)));
  }

  private static SimulationResult result(int found, Optional<Front> front) {
    return new SimulationResult(
        50,
        20,
        140,
        found,
        LATE,
        Map.of(25, EARLY, 50, LATE),
        50,
        3.25,
        0.00123456,
        front,
        Optional.empty());
  }
}
