package io.github.greenscreen.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.Trial.State;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.simulation.TableQuery.Target;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedSweepTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void prepare() {
    file = Tables.write(folder, Tables.SMALL);
  }

  @Test
  void play_grid_triesEveryRowOnceAndSkipsWhatIsMissing() {
    SimulatedSweep sweep = sweep(Tables.fastest(file, 100), SamplerType.GRID.sampler()::next);

    sweep.play(100, 1);

    assertThat(sweep.finished())
        .extracting(trial -> trial.metrics().get("time"))
        .containsExactly(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0);
    assertThat(sweep.distinct()).isEqualTo(8);
  }

  @Test
  void play_missingCombination_isToldAsFailedAndCostsNoTrial() {
    List<StudySnapshot> seen = new ArrayList<>();
    List<Configuration> answers = List.of(at("c", "4"), at("a", "1"), at("b", "1"));

    SimulatedSweep sweep =
        sweep(
            Tables.fastest(file, 100),
            study -> {
              seen.add(study);
              return Optional.of(answers.get(seen.size() - 1));
            });
    sweep.play(2, 1);

    assertThat(sweep.finished())
        .extracting(trial -> trial.metrics().get("time"))
        .containsExactly(9.0, 6.0);
    assertThat(seen.get(2).trials())
        .extracting(Trial::state)
        .containsExactly(State.FAILED, State.COMPLETED);
    assertThat(seen.get(2).trials().get(0).metrics()).isEmpty();
  }

  @Test
  void play_samplerThatNeverHits_getsTheNearestRow() {
    SimulatedSweep sweep = sweep(Tables.fastest(file, 100), study -> Optional.of(at("c", "4")));

    sweep.play(2, 1);

    assertThat(sweep.finished())
        .extracting(trial -> trial.metrics().get("time"))
        .containsExactly(7.0, 4.0);
  }

  @Test
  void play_workers_seePendingTrialsAndResultsAtTheirEnd() {
    List<String> seen = new ArrayList<>();
    TableQuery query =
        new TableQuery(
            file,
            List.of(new Target(List.of("power"), Direction.MINIMIZE)),
            List.of(),
            Map.of("set", "x"),
            List.of(),
            Optional.of("time"));

    SimulatedSweep sweep =
        sweep(
            query,
            study -> {
              seen.add(
                  study.trials().stream()
                      .map(trial -> trial.state() == State.PENDING ? "p" : "c")
                      .reduce("", String::concat));
              return SamplerType.GRID.sampler().next(study);
            });
    sweep.play(4, 2);

    // Trials of 9 and 8 start at 0, that of 7 at 8, that of 6 at 9; they end at 9, 8, 15 and 15.
    assertThat(seen).containsExactly("", "p", "pc", "ccp");
    assertThat(sweep.finished())
        .extracting(trial -> trial.metrics().get("power"))
        .containsExactly(20.0, 10.0, 30.0, 40.0);
  }

  @Test
  void play_equalDurations_tellsAllThatEndTogetherBeforeAsking() {
    List<Long> pending = new ArrayList<>();
    SimulatedSweep sweep =
        sweep(
            Tables.fastest(file, 100),
            study -> {
              pending.add(study.trials().stream().filter(t -> t.state() == State.PENDING).count());
              return SamplerType.GRID.sampler().next(study);
            });

    sweep.play(6, 3);

    assertThat(pending.subList(0, 3)).containsExactly(0L, 1L, 2L);
    assertThat(pending).doesNotContain(3L);
    assertThat(sweep.finished()).hasSize(6);
  }

  /** Whatever the workers, an answer follows from what was known when it was asked for. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void play_everySampler_answersTheSameFromTheSameHistory(int workers) {
    for (SamplerType method : SamplerType.values()) {
      Map<StudySnapshot, Optional<Configuration>> answers = new LinkedHashMap<>();
      SimulatedSweep sweep =
          sweep(
              Tables.fastest(file, 60),
              study -> {
                Optional<Configuration> answer = method.sampler().next(study);
                answers.put(study, answer);
                return answer;
              });
      sweep.play(8, workers);
      answers.forEach(
          (study, answer) -> {
            List<Trial> shuffled = new ArrayList<>(study.trials());
            Collections.reverse(shuffled);
            StudySnapshot again =
                new StudySnapshot(
                    study.space(), study.objectives(), study.limits(), shuffled, study.seed());
            assertThat(method.sampler().next(again)).as(method.configName()).isEqualTo(answer);
          });
      assertThat(sweep.finished()).hasSize(8);
    }
  }

  private static SimulatedSweep sweep(
      TableQuery query, Function<StudySnapshot, Optional<Configuration>> sampler) {
    return new SimulatedSweep(TableBenchmark.of(query), sampler, Optional.empty(), 1);
  }

  private static Configuration at(String letter, String size) {
    return Configuration.of(Map.of("letter", letter, "size", size));
  }
}
