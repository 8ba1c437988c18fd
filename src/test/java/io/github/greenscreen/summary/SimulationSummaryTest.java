package io.github.greenscreen.summary;

import io.github.greenscreen.Golden;
import io.github.greenscreen.simulation.Quartiles;
import io.github.greenscreen.simulation.SimulationResult;
import io.github.greenscreen.simulation.SimulationResult.Front;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationSummaryTest {
  private static final Quartiles EARLY = new Quartiles(70.123456, 69.5, 70, 71);
  private static final Quartiles LATE = new Quartiles(73.2, 73, 73.25, 73.493333333);

  @Test
  void text_twoSamplers_isTheGoldenText() {
    Golden.check(SimulationSummaryTest.class, "simulation.txt", SimulationSummary.text(both()));
  }

  @Test
  void json_oneSampler_isOneObject() {
    Golden.check(
        SimulationSummaryTest.class,
        "simulation.json",
        SimulationSummary.json(Map.of("tpe", result(20, Optional.empty()))));
  }

  @Test
  void json_several_isAList() {
    Golden.check(SimulationSummaryTest.class, "simulations.json", SimulationSummary.json(both()));
  }

  private static Map<String, SimulationResult> both() {
    Map<String, SimulationResult> both = new LinkedHashMap<>();
    both.put("random", result(17, Optional.empty()));
    both.put(
        "nsga2",
        result(
            20,
            Optional.of(
                new Front(
                    List.of("time", "power"),
                    new Quartiles(5, 4, 5, 6),
                    new Quartiles(0.6, 0.5, 0.6, 0.7),
                    Map.of(25, new Quartiles(0.4, 0.3, 0.4, 0.5)),
                    0.8125))));
    return both;
  }

  private static SimulationResult result(int found, Optional<Front> front) {
    return new SimulationResult(
        50, 20, 140, found, LATE, Map.of(25, EARLY, 50, LATE), 50, 3.25, 0.00123456, front);
  }
}
