package io.github.greenscreen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableBenchmarkTest {
  @TempDir private Path folder;

  @Test
  void of_table_makesParametersOfWhatIsNotAskedForAndVaries() {
    TabularBenchmark problem =
        TableBenchmark.of(Tables.fastest(Tables.write(folder, Tables.SMALL), 100));

    assertThat(problem.space().parameters())
        .extracting(Parameter::name)
        .containsExactly("letter", "size");
    assertThat(problem.space().find("size").orElseThrow().values()).containsExactly("1", "2", "4");
    assertThat(problem.measured()).hasSize(8);
    assertThat(problem.measured().get(Configuration.of(Map.of("letter", "b", "size", "4"))))
        .containsEntry("time", 4.0)
        .containsEntry("power", 60.0);
  }

  @Test
  void of_severalColumns_areAveragedAsFarAsTheyAreFilled() {
    Path file = Tables.write(folder, "p,s0,s1\na,1,2\nb,3,5\nc,6\n");

    TabularBenchmark problem = TableBenchmark.of(Tables.query(file, Map.of(), List.of(), "s0,s1"));

    assertThat(problem.measured().get(Configuration.of(Map.of("p", "b"))))
        .containsEntry("s0,s1", 4.0);
    assertThat(problem.measured().get(Configuration.of(Map.of("p", "c"))))
        .containsEntry("s0,s1", 6.0);
  }

  @Test
  void of_repeatedRows_areAveraged() {
    Path file = Tables.write(folder, "p,s\na,1\na,2\nb,3\n");

    TabularBenchmark problem = TableBenchmark.of(Tables.query(file, Map.of(), List.of(), "s"));

    assertThat(problem.measured().get(Configuration.of(Map.of("p", "a")))).containsEntry("s", 1.5);
  }

  @Test
  void of_sameNumberSpelledAnew_isTheSameValue() {
    Path file = Tables.write(folder, "p,t,s\n2,02,5\n1,x,1\n1.0,x,2\n+2e0,2,4\n");

    TabularBenchmark problem = TableBenchmark.of(Tables.query(file, Map.of(), List.of(), "s"));

    assertThat(problem.space().find("p").orElseThrow().values()).containsExactly("1", "2");
    assertThat(problem.space().find("t").orElseThrow().values()).containsExactly("02", "x", "2");
    assertThat(problem.measured()).hasSize(3);
    assertThat(problem.measured().get(Configuration.of(Map.of("p", "1", "t", "x"))))
        .containsEntry("s", 1.5);
  }

  @Test
  void of_negativeDuration_isRefused() {
    Path file = Tables.write(folder, "p,d,s\na,1,1\nb,-3,2\n");
    TableQuery asked = Tables.query(file, Map.of(), List.of(), "s");
    TableQuery timed =
        new TableQuery(file, asked.objectives(), List.of(), Map.of(), List.of(), Optional.of("d"));

    assertThatThrownBy(() -> TableBenchmark.of(timed))
        .isInstanceOf(SimulationException.class)
        .hasMessage(file + ":3: d is \"-3\"; expected a time of at least 0");
  }

  @Test
  void of_noParameterLeft_isExplained() {
    Path file = Tables.write(folder, "p,s\na,1\na,2\n");

    assertThatThrownBy(() -> TableBenchmark.of(Tables.query(file, Map.of(), List.of(), "s")))
        .isInstanceOf(SimulationException.class)
        .hasMessage(
            file
                + ": no parameter is left; expected a column with several values in addition to s");
  }
}
