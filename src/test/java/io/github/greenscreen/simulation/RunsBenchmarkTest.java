package io.github.greenscreen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.search.stopper.StopperConfig;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunsBenchmarkTest {
  private static final Objective ACCURACY = Objective.of("val_accuracy", Direction.MAXIMIZE);

  @Test
  void of_runs_takesParametersOfSeveralValuesButNoSeed() {
    TabularBenchmark problem = RunsBenchmark.of(query(run(1, "a", 1, 0.5), run(2, "b", 2, 0.7)));

    assertThat(problem.space().parameters()).extracting(Parameter::name).containsExactly("lr");
    assertThat(problem.measured()).hasSize(2);
    assertThat(problem.measured().get(at("b")))
        .containsEntry("val_accuracy", 0.7)
        .containsEntry(TabularBenchmark.DURATION, 6.0);
    assertThat(problem.curve(at("b"))).hasSize(3);
  }

  @Test
  void of_runsThatDifferInTheirSeedAlone_takesTheFirst() {
    TabularBenchmark problem =
        RunsBenchmark.of(query(run(1, "a", 1, 0.5), run(2, "a", 2, 0.6), run(3, "b", 1, 0.7)));

    assertThat(problem.measured().get(at("a"))).containsEntry("val_accuracy", 0.5);
  }

  @Test
  void of_runsThatLackAMetric_leavesThemOut() {
    Trial unknown = Trial.pending(3, at("c")).as(Trial.State.COMPLETED);

    assertThat(
            RunsBenchmark.of(query(run(1, "a", 1, 0.5), run(2, "b", 1, 0.7), unknown)).measured())
        .hasSize(2);
    assertThatThrownBy(() -> RunsBenchmark.of(query(unknown)))
        .isInstanceOf(SimulationException.class)
        .hasMessage("runs: none of the 1 completed runs has val_accuracy");
    assertThatThrownBy(() -> RunsBenchmark.of(query(run(1, "a", 1, 0.5), run(2, "a", 2, 0.5))))
        .hasMessage("runs: all runs have the same configuration; expected several configurations");
  }

  @Test
  void of_runsThatLackAMetric_countsThem() {
    Trial unknown = Trial.pending(3, at("c")).as(Trial.State.COMPLETED);

    assertThat(RunsBenchmark.of(query(run(1, "a", 1, 0.5), run(2, "b", 1, 0.7), unknown)).input())
        .isEqualTo(
            new SimulationInput(
                Map.of("lr", 2),
                List.of("val_accuracy"),
                List.of("1 of 3 completed runs has no val_accuracy and is left out"),
                List.of()));
  }

  @Test
  void run_withAStopper_endsTrialsAtARungAndCountsWhatThatSaves() {
    List<Trial> runs = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      runs.add(run(i, "v" + i, 1, 1 - 0.2 * i));
    }
    RunsQuery query =
        new RunsQuery("runs", runs, List.of(ACCURACY), List.of(new Constraint("energy_Wh", 5)));
    Simulation simulation = Simulation.of(query, 10, 1);

    SimulationResult result =
        simulation.run(
            SamplerType.GRID.sampler()::next,
            Optional.of(StopperConfig.parse("asha:rungs=1,eta=2").create()),
            1);

    // The best comes first; all others are stopped after one epoch of three.
    assertThat(result.distinct()).isEqualTo(4);
    assertThat(result.best().mean()).isCloseTo(0.8, within(1e-12));
    assertThat(result.violations()).isZero();
    SimulationResult.Stops stops = result.stops().orElseThrow();
    assertThat(stops.trials()).isEqualTo(3);
    assertThat(stops.saved()).isCloseTo(0.5, within(1e-12));
    assertThat(stops.energy()).isTrue();
    assertThat(simulation.run(SamplerType.GRID.sampler()::next, 1).stops()).isEmpty();
  }

  @Test
  void play_stoppedTrial_isKnownByWhatItHadLearntAndWouldHaveTaken() {
    TabularBenchmark problem = RunsBenchmark.of(query(run(1, "a", 1, 0.9), run(2, "b", 1, 0.3)));
    SimulatedSweep sweep =
        new SimulatedSweep(
            problem,
            SamplerType.GRID.sampler()::next,
            Optional.of(StopperConfig.parse("asha:rungs=1,eta=2").create()),
            1);

    sweep.play(2, 1);

    Trial stopped = sweep.finished().get(1);
    assertThat(stopped.state()).isEqualTo(Trial.State.STOPPED);
    assertThat(stopped.curve()).hasSize(1);
    assertThat(stopped.metrics())
        .hasEntrySatisfying("val_accuracy", v -> assertThat(v).isCloseTo(0.1, within(1e-12)))
        .containsEntry("energy_Wh", 3.0)
        .hasEntrySatisfying("efficiency", v -> assertThat(v).isCloseTo(10.0 / 3, within(1e-9)));
  }

  private static RunsQuery query(Trial... runs) {
    return new RunsQuery("runs", List.of(runs), List.of(ACCURACY), List.of());
  }

  private static Configuration at(String lr) {
    return Configuration.of(Map.of("lr", lr));
  }

  /** A run of three epochs of 2 s and 1 Wh, whose accuracy grows evenly to {@code accuracy}. */
  private static Trial run(int number, String lr, int seed, double accuracy) {
    List<Map<String, Double>> curve = new ArrayList<>();
    for (int epoch = 1; epoch <= 3; epoch++) {
      curve.add(
          Map.of("val_accuracy", accuracy * epoch / 3, "epoch_seconds", 2.0, "energy_Wh", 1.0));
    }
    return new Trial(
        number,
        Configuration.of(Map.of("lr", lr, "seed", Integer.toString(seed), "model", "resnet20")),
        Trial.State.COMPLETED,
        Map.of("val_accuracy", accuracy, "energy_Wh", 3.0, "efficiency", 10.0),
        curve);
  }
}
