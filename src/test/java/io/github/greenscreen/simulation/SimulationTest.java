package io.github.greenscreen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.SharedData;
import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.sampler.Sampler;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.simulation.TableQuery.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
  private static final Sampler RANDOM = SamplerType.RANDOM.sampler();

  @TempDir private Path folder;

  @Test
  void run_wholeTable_findsTheBestWithinTheLimitsAndCountsTheOthers() {
    Path file = Tables.write(folder, Tables.SMALL);

    SimulationResult result = Simulation.of(Tables.fastest(file, 50), 8, 1).run(RANDOM::next, 5);

    assertThat(result.best()).isEqualTo(new QuartileSummary(5, 5, 5, 5));
    assertThat(result.violations()).isEqualTo(3);
    assertThat(result.distinct()).isEqualTo(8);
    assertThat(result.found()).isEqualTo(5);
    assertThat(result.bestAfter()).containsOnlyKeys(8);
    assertThat(result.front()).isEmpty();
  }

  @Test
  void run_sameSeeds_isTheSameButForTime() {
    Path file = Tables.write(folder, Tables.SMALL);
    Simulation simulation = Simulation.of(Tables.fastest(file, 50), 4, 2);

    SimulationResult one = simulation.run(RANDOM::next, 5);
    SimulationResult two = simulation.run(RANDOM::next, 5);

    assertThat(two)
        .usingRecursiveComparison()
        .ignoringFields("secondsPerSuggestion")
        .isEqualTo(one);
  }

  @Test
  void of_infeasibleLimit_saysWhatTheLowestIs() {
    Path file = Tables.write(folder, Tables.SMALL);

    assertThatThrownBy(() -> Simulation.of(Tables.fastest(file, 9.5), 4, 1))
        .isInstanceOf(SimulationException.class)
        .hasMessage(
            file
                + ": no configuration met power<=9.5: all 8 were tried; the lowest found is "
                + "power 10");
  }

  @Test
  void of_limitJustMissed_showsAllDigits() {
    Path file = Tables.write(folder, "set,p,time,power\nx,1,1,50.0000001\nx,2,1,60.1234567\n");

    assertThatThrownBy(() -> Simulation.of(Tables.fastest(file, 50), 4, 1))
        .hasMessage(
            file
                + ": no configuration met power<=50: all 2 were tried; the lowest found is "
                + "power 50.0000001");
    assertThatThrownBy(() -> Simulation.of(Tables.fastest(file, 10.0000004), 4, 1))
        .hasMessageContaining(
            "met power<=10.0000004: all 2 were tried; the lowest found is power 50");
  }

  @Test
  void run_limitNeverMet_hasNoBest() {
    Path file = Tables.write(folder, Tables.SMALL);

    // The only row that meets the limit is the last that the grid comes to.
    SimulationResult result =
        Simulation.of(
                Tables.query(file, Map.of("set", "x"), List.of(new Constraint("time", 2)), "power"),
                3,
                1)
            .run(SamplerType.GRID.sampler()::next, 2);

    assertThat(result.found()).isZero();
    assertThat(result.best().mean()).isNaN();
    assertThat(result.violations()).isEqualTo(3);
  }

  @Test
  void run_twoObjectives_conquersTheWholeFront() {
    Path file = Tables.write(folder, Tables.SMALL);

    SimulationResult result =
        Simulation.of(Tables.query(file, Map.of("set", "x"), List.of(), "time", "power"), 8, 1)
            .run(RANDOM::next, 3);

    SimulationResult.Front front = result.front().orElseThrow();
    assertThat(front.size().mean()).isEqualTo(8);
    // Eight steps on the diagonal of a box of 7 by 7 leave 6 + 5 + … + 1 squares dominated.
    assertThat(front.reachable()).isCloseTo(21 / 49.0, within(1e-12));
    assertThat(front.volume().mean()).isCloseTo(21 / 49.0, within(1e-12));
  }

  @Test
  void run_nasBench_randomIsAsGoodAsExpected() {
    Path file = SharedData.folder("data/tables").resolve("nasbench201-cifar100.csv");
    TableQuery query =
        new TableQuery(
            file,
            List.of(new Target(List.of("seed0", "seed1", "seed2"), Direction.MAXIMIZE)),
            List.of(),
            Map.of(),
            List.of(),
            Optional.empty());

    SimulationResult result = Simulation.of(query, 100, 1).run(RANDOM::next, 20);

    // 71.434 is exact for 100 draws without replacement; the deviation over seeds is about 0.8.
    assertThat(result.configurations()).isEqualTo(15_625);
    assertThat(result.best().mean()).isCloseTo(71.434, within(3 * 0.8 / Math.sqrt(20)));
    assertThat(result.bestAfter()).containsOnlyKeys(25, 50, 75, 100);
    assertThat(result.distinct()).isEqualTo(100);
  }
}
