package io.github.greenscreen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.simulation.TableQuery.Target;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingResultsTest {
  private static final String TRACKED =
      """
      Name,State,batch_size,lr,val_accuracy
      a-1,finished,32,0.1,0.7
      a-2,crashed,64,0.1,
      a-3,finished,64,0.01,0.8
      a-4,running,32,0.01,NaN
      """;

  @TempDir private Path folder;

  @Test
  void of_tracker_countsRowsAndNamesTheFilter() {
    TabularBenchmark problem = of(TRACKED, List.of("Name", "State"), "val_accuracy");

    assertThat(problem.measured().keySet())
        .containsExactly(at("batch_size", "32", "lr", "0.1"), at("batch_size", "64", "lr", "0.01"));
    assertThat(problem.input())
        .isEqualTo(
            new SimulationInput(
                Map.of("batch_size", 2, "lr", 2),
                List.of("val_accuracy"),
                List.of(
                    "2 of 4 rows have no val_accuracy; combinations without a result count as"
                        + " failed; leave such rows out by --where State=finished"),
                List.of()));
  }

  @Test
  void of_rowWithoutResult_isToldAsFailed() {
    TabularBenchmark problem = of(TRACKED, List.of("Name", "State"), "val_accuracy");
    Set<Configuration> failed = new HashSet<>();
    SimulatedSweep sweep =
        new SimulatedSweep(
            problem,
            study -> {
              study.trials().stream()
                  .filter(trial -> trial.state() == Trial.State.FAILED)
                  .forEach(trial -> failed.add(trial.configuration()));
              return SamplerType.GRID.sampler().next(study);
            },
            Optional.empty(),
            1);

    sweep.play(4, 1);

    assertThat(failed)
        .isSubsetOf(at("batch_size", "64", "lr", "0.1"), at("batch_size", "32", "lr", "0.01"))
        .isNotEmpty();
    assertThat(sweep.finished()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "nan",
        "NA",
        "N/A",
        "<NA>",
        "None",
        "null",
        "inf",
        "-Infinity",
        "+inf",
        "1e999",
        "#N/A",
        "#DIV/0!",
        "-nan",
        "NaT",
        "failed",
        "OOM"
      })
  void of_spellingsOfNoValue_areMissing(String cell) {
    TabularBenchmark problem = of("p,y\na,1\nb," + cell + "\n", List.of(), "y");

    assertThat(problem.measured().keySet()).containsExactly(at("p", "a"));
    assertThat(problem.space().find("p").orElseThrow().values()).containsExactly("a", "b");
    assertThat(problem.input().notes())
        .containsExactly(
            "1 of 2 rows has no y; combinations without a result count as failed; leave such rows"
                + " out by --where COLUMN=VALUE");
  }

  @Test
  void of_anotherTextThanANumber_isRefused() {
    assertThatThrownBy(() -> of("p,y\na,1\nb,oops\n", List.of(), "y"))
        .isInstanceOf(SimulationException.class)
        .hasMessage(
            file()
                + ":3: y is \"oops\"; expected a number, or an empty cell for a run without a"
                + " result");
  }

  @Test
  void of_repeatedConfiguration_averagesTheRowsWithResults() {
    TabularBenchmark problem = of("p,y\na,1\na,\na,2\nb,nan\nc,5\n", List.of(), "y");

    assertThat(problem.measured().get(at("p", "a"))).containsEntry("y", 1.5);
    assertThat(problem.measured()).hasSize(2);
  }

  @Test
  void of_severalColumns_averagesThoseWithAValue() {
    TabularBenchmark problem = of("p,s0,s1\na,1,NaN\nb,3,5\nc,,\n", List.of(), "s0,s1");

    assertThat(problem.measured().get(at("p", "a"))).containsEntry("s0,s1", 1.0);
    assertThat(problem.measured()).hasSize(2);
  }

  @Test
  void of_incompleteConfiguration_addsNoValue() {
    TabularBenchmark problem =
        of(
            """
            number,value,params_lr,params_momentum,state
            0,0.4,0.1,,COMPLETE
            1,0.3,0.2,0.9,COMPLETE
            2,,0.3,0.9,FAIL
            3,,,,RUNNING
            """,
            List.of("number", "state"),
            "value");

    assertThat(problem.space().find("params_lr").orElseThrow().values())
        .containsExactly("0.1", "0.2", "0.3");
    assertThat(problem.space().find("params_momentum").orElseThrow().values())
        .containsExactly("", "0.9");
  }

  @Test
  void of_constraintOrDurationWithoutValue_isNoResult() {
    Path file = Tables.write(folder, "p,y,w,s\na,1,2,3\nb,1,,3\nc,1,2,\nd,2,2,2\n");
    TableQuery query =
        new TableQuery(
            file,
            List.of(new Target(List.of("y"), Direction.MINIMIZE)),
            List.of(new Constraint("w", 5)),
            Map.of(),
            List.of(),
            Optional.of("s"));

    TabularBenchmark problem = TableBenchmark.of(query);

    assertThat(problem.measured()).hasSize(2);
    assertThat(problem.input().results()).containsExactly("y", "w", "s");
    assertThat(problem.input().notes())
        .containsExactly(
            "2 of 4 rows have no w or s; combinations without a result count as failed; leave such"
                + " rows out by --where COLUMN=VALUE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state|COMPLETE|FAIL|state=COMPLETE",
        "status|FINISHED|FAILED|status=FINISHED",
        "done|True|False|done=True",
        "trial_status|COMPLETED|ABANDONED|trial_status=COMPLETED",
        "Run status|Success|Failed|'Run status=Success'",
        "state|PRUNED|RUNNING|state=PRUNED",
        "State|finished|finished|COLUMN=VALUE",
        "opt|adam|sgd|COLUMN=VALUE"
      })
  void of_columnOfStates_isProposedAsFilter(String row) {
    String[] words = row.split("[|]", -1);

    TabularBenchmark problem =
        of(
            "p,%s,y\na,%s,1\nb,%s,2\nc,%s,\n".formatted(words[0], words[1], words[1], words[2]),
            List.of(),
            "y");

    assertThat(problem.input().notes().get(0)).endsWith("out by --where " + words[3]);
  }

  @Test
  void of_noRowWithAResult_isExplained() {
    assertThatThrownBy(() -> of("p,y\na,\nb,NaN\n", List.of(), "y"))
        .isInstanceOf(SimulationException.class)
        .hasMessage(file() + ": no row has a value of y; expected numbers in these columns");
  }

  private TabularBenchmark of(String content, List<String> ignored, String objective) {
    List<Target> targets =
        List.of(new Target(List.of(objective.split(",", -1)), Direction.MINIMIZE));
    return TableBenchmark.of(
        new TableQuery(
            Tables.write(folder, content),
            targets,
            List.of(),
            Map.of(),
            new ArrayList<>(ignored),
            Optional.empty()));
  }

  private static Configuration at(String... namesAndValues) {
    return namesAndValues.length == 2
        ? Configuration.of(Map.of(namesAndValues[0], namesAndValues[1]))
        : Configuration.of(
            Map.of(namesAndValues[0], namesAndValues[1], namesAndValues[2], namesAndValues[3]));
  }

  private String file() {
    return folder.resolve("table.csv").toString();
  }
}
