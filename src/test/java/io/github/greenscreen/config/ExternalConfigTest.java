package io.github.greenscreen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.space.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of other programs: any names, values of any type. */
class ExternalConfigTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          5            | 5
          1e-4         | 1e-4
          0x1F         | 31
          1_000        | 1000
          010          | 8
          '010'        | "010"
          "5"          | "5"
          !!str 5      | "5"
          yes          | true
          True         | true
          off          | false
          'true'       | "true"
          ~            | null
          Null         | null
          None         | None
          .inf         | .inf
          2024-01-01   | 2024-01-01
          [1, [a, 2.0]] | [1,["a",2.0]]
          {a: 1, "b c": no} | {"a":1,"b c":false}
          "[x"         | "[x"
          """)
  void readExternal_value_keepsItsType(String yaml, String spelled) throws IOException {
    assertThat(read("parameters: {k: {value: " + yaml + "}}").space().baseline().get("k"))
        .isEqualTo(spelled);
    assertThat(read("parameters: {k: {values: [" + yaml + ", zzz]}}").space().baseline().get("k"))
        .isEqualTo(spelled);
  }

  @Test
  void readExternal_valuesOfDifferentTypes_areDifferent() throws IOException {
    Parameter parameter =
        read("parameters: {k: {values: [1, 1.0, '1', true, 'true', l1, L1, null, None]}}")
            .space()
            .find("k")
            .orElseThrow();

    assertThat(parameter.values())
        .containsExactly("1", "1.0", "\"1\"", "true", "\"true\"", "l1", "L1", "null", "None");
  }

  @Test
  void readExternal_nothingNamed_nothingIsAdded() throws IOException {
    ExternalConfig config = read("parameters: {k: {value: 1}}");

    assertThat(config.space().parameters()).extracting(Parameter::name).containsExactly("k");
    assertThat(config.objectives()).isEmpty();
    assertThat(config.runCap()).isEmpty();
    assertThat(config.seed()).isEqualTo(22);
  }

  @Test
  void readExternal_metricsOfAnyName_areRead() throws IOException {
    ExternalConfig config =
        read(
            """
            objectives: [{name: eval/score, goal: maximize}, {name: latency ms}]
            constraints: {model.size: 5}
            parameters: {k: {value: 1}}
            """);

    assertThat(config.objectives())
        .containsExactly(
            Objective.of("eval/score", Direction.MAXIMIZE),
            Objective.of("latency ms", Direction.MINIMIZE));
    assertThat(config.constraints()).containsExactly(new Constraint("model.size", 5));
  }

  @Test
  void readExternal_conditions_compareTypedValues() throws IOException {
    ExternalConfig config =
        read(
            """
            parameters:
              opt: {parameters: {kind: {values: ['1', sgd]}}}
              momentum: {value: 0.9, when: {opt.kind: '1'}}
              epochs: {value: many, when: {opt.kind: [sgd]}}
            forbid: [{opt.kind: sgd, epochs: many}]
            """);

    assertThat(config.space().baseline().values())
        .containsOnlyKeys("opt.kind", "momentum")
        .containsEntry("opt.kind", "\"1\"");
    assertThat(config.space().size()).isEqualTo(1);
  }

  @Test
  void readExternal_sameNameByPathAndByDots_isADuplicate() {
    assertThatThrownBy(
            () -> read("parameters:\n  opt.lr: {value: 1}\n  opt: {parameters: {lr: {value: 2}}}"))
        .hasMessage(
            folder.resolve("c.yaml") + ":3: duplicate key \"opt.lr\"; already defined in line 2");
  }

  @Test
  void readExternal_wrongSettings_areNamed() {
    assertThatThrownBy(
            () -> read("parameters:\n  '': {value: 1}\n  a/b: {min: 3}\n  c: {values: [1, 1]}\n"))
        .hasMessage(
            "%1$s:2: a parameter has no name; expected for example lr: {value: 0.01}\n"
                    .formatted(folder.resolve("c.yaml"))
                + "%1$s:3: parameter a/b has no max; distribution int_uniform needs min and max\n"
                    .formatted(folder.resolve("c.yaml"))
                + "%1$s:4: value \"1\" of c repeats \"1\" of line 4; list each value once"
                    .formatted(folder.resolve("c.yaml")));
  }

  @Test
  void withSeed_noParameterSeed_seedsTheSamplerOnly() throws IOException {
    assertThat(read("parameters: {k: {value: 1}}").withSeed(5))
        .satisfies(
            config -> {
              assertThat(config.seed()).isEqualTo(5);
              assertThat(config.space().find("seed")).isEmpty();
            });
    assertThat(read("repeats: 2\nparameters: {k: {value: 1}}").withSeed(5).space().baseline())
        .satisfies(configuration -> assertThat(configuration.get("seed")).isEqualTo("5"));
  }

  @Test
  void countsSeeds_textOrSeveralSeeds_isFalse() throws IOException {
    assertThat(read("repeats: 2\nparameters: {k: {value: 1}}").countsSeeds()).isTrue();
    assertThat(read("parameters: {seed: {value: x}}").countsSeeds()).isFalse();
    assertThat(read("parameters: {seed: {values: [1, 2]}}").countsSeeds()).isFalse();
    assertThat(read("parameters: {seed: {value: x}}").seed()).isEqualTo(22);
    assertThat(List.of(read("parameters: {seed: {values: [1, 2]}}").seed())).containsExactly(1L);
  }

  private ExternalConfig read(String text) throws IOException {
    return ConfigReader.readExternal(Files.writeString(folder.resolve("c.yaml"), text));
  }
}
