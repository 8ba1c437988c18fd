package io.github.greenscreen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of other programs: any names, values of any type. */
class ExternalSchemaTest {
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
    Config config = read("parameters: {k: {value: 1}}");

    assertThat(config.space().parameters()).extracting(Parameter::name).containsExactly("k");
    assertThat(config.objectives()).isEmpty();
    assertThat(config.runCap()).isEmpty();
    assertThat(config.seed()).isEqualTo(22);
  }

  @Test
  void readExternal_metricsOfAnyName_areRead() throws IOException {
    Config config =
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
    Config config =
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
            () ->
                read(
                    "parameters:\n  '': {value: 1}\n  a/b: {min: 3}\n  c: {values: [1, 2], q: 1}\n"))
        .hasMessage(
            "%1$s:2: a parameter has no name; expected for example lr: {value: 0.01}\n"
                    .formatted(folder.resolve("c.yaml"))
                + "%1$s:3: parameter a/b has no max; distribution int_uniform needs min and max\n"
                    .formatted(folder.resolve("c.yaml"))
                + ("%1$s:4: q of parameter c does not apply to distribution categorical; "
                        + "expected values, probabilities")
                    .formatted(folder.resolve("c.yaml")));
  }

  @Test
  void readExternal_repeatedValue_isDrawnAsOftenAsListed() throws IOException {
    Config config = read("parameters:\n  k: {values: [~, 5, null, yes, True, '5', 5, ]}");

    assertThat(config.space().find("k"))
        .contains(
            new CategoricalParameter(
                "k",
                List.of("null", "5", "true", "\"5\""),
                List.of(2 / 7.0, 2 / 7.0, 2 / 7.0, 1 / 7.0)));
    assertThat(ConfigWarnings.of(config))
        .containsExactly(
            warning("null of k is listed 2 times: it is drawn with probability 0.2857"),
            warning("5 of k is listed 2 times: it is drawn with probability 0.2857"),
            warning("true of k is listed 2 times: it is drawn with probability 0.2857"));
  }

  @Test
  void readExternal_emptyValue_isNull() throws IOException {
    SearchSpace space =
        read("""
                parameters:
                  a: {value: }
                  b: {values: [0, {c: , d: ~}]}
                  e:
                    values:
                      -
                      - 1
                  f: {values: [1, 2], when: {e: }}
                """)
            .space();

    assertThat(space.baseline().get("a")).isEqualTo("null");
    assertThat(space.find("b").orElseThrow().values())
        .containsExactly("0", "{\"c\":null,\"d\":null}");
    assertThat(space.find("e").orElseThrow().values()).containsExactly("null", "1");
    assertThat(space.conditions().get("f")).hasToString("e null");
  }

  @Test
  void readExternal_mergeKeys_takeOverTypedValues() throws IOException {
    SearchSpace space =
        read("""
                parameters:
                  a: &choice {values: [yes, '1', {x: 1, y: ~}]}
                  b: {<<: *choice}
                  c: {<<: [*choice, {probabilities: [0.5, 0.25, 0.25]}]}
                  group:
                    <<: {parameters: {d: {<<: {value: no}}}}
                  e: {value: {<<: &map {x: 1, y: 2}, y: 3}}
                """)
            .space();

    assertThat(space.find("b").orElseThrow().values())
        .containsExactly("true", "\"1\"", "{\"x\":1,\"y\":null}");
    assertThat(space.find("c").orElseThrow())
        .isEqualTo(
            new CategoricalParameter(
                "c", List.of("true", "\"1\"", "{\"x\":1,\"y\":null}"), List.of(0.5, 0.25, 0.25)));
    assertThat(space.baseline().get("group.d")).isEqualTo("false");
    assertThat(space.baseline().get("e")).isEqualTo("{\"x\":1,\"y\":3}");
  }

  /** What parameter k is, and the error about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {value: &a [*a, *a]}|a value has more than 20 levels or 10,000 parts; check whether an alias contains itself
          {value: {x: 1, x: 2}}|duplicate key "x"; already defined in line 1
          {value: {[1]: 2}}|a list is used as a name; expected plain text
          {value: &a {<<: *a}}|the merge key << names the mapping it belongs to; remove it
          {<<: 5, value: 1}|the merge key << names a single value; expected a mapping, such as <<: *name
          {values: }|parameter k has no values; expected {values: [first, second, …]}
          """)
  void readExternal_brokenValue_isNamed(String yaml, String sentence) {
    assertThatThrownBy(() -> read("parameters: {k: " + yaml + "}"))
        .hasMessage(folder.resolve("c.yaml") + ":1: " + sentence);
  }

  @Test
  void readExternal_aliasesThatMultiply_areRefused() {
    StringBuilder text = new StringBuilder("name: [&a0 [1]");
    for (int i = 1; i <= 9; i++) {
      String alias = "*a" + (i - 1);
      text.append(", &a").append(i).append(" [");
      text.append(String.join(", ", Collections.nCopies(4, alias))).append("]");
    }
    text.append("]\nparameters: {k: {value: *a9}}\n");

    assertThatThrownBy(() -> read(text.toString()))
        .hasMessage(
            folder.resolve("c.yaml")
                + ":1: a value has more than 20 levels or 10,000 parts; check whether an alias"
                + " contains itself");
  }

  /** A line before the parameters, and the warning about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metric: {name: score, impute: worst}|impute has no effect: samplers learn nothing from \
          failed runs, and stopped runs count with the results they reached
          metric: {name: val_accuracy, goal: minimize}|goal minimize prefers runs with the lowest \
          val_accuracy, although a higher one is better; expected goal: maximize
          run_cap: 010|010 is the number 8 in YAML 1.1 (octal); write 8, or quote it if it is text
          """)
  void warnings_key_tellsWhatItMeans(String line, String sentence) throws IOException {
    assertThat(ConfigWarnings.of(read(line + "\nparameters: {k: {value: 1}}")))
        .containsExactly(folder.resolve("c.yaml") + ":1: " + sentence);
  }

  /** The other program may measure in percent, and its loss may be below 0. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metric: {name: val_accuracy, goal: maximize, target: 95}|k: {value: 1}
          metric: {name: val_loss, target: -1}|k: {value: 1}
          method: grid|max_depth: {min: 3, max: 8}
          early_terminate: {type: hyperband, min_iter: 100}|epochs: {value: auto}
          """)
  void warnings_unknownUnits_areEmpty(String line, String parameter) throws IOException {
    assertThat(ConfigWarnings.of(read(line + "\nparameters: {" + parameter + "}"))).isEmpty();
  }

  @Test
  void warnings_range_tellsWhatItMeans() throws IOException {
    assertThat(
            ConfigWarnings.of(
                read("parameters:\n  opt: {parameters: {rate: {min: 1.0e-5, max: 0.1}}}")))
        .containsExactly(
            folder.resolve("c.yaml")
                + ":2: parameter opt.rate: uniform from 0.00001 to 0.1 draws 90.01 % of the values"
                + " above 0.01; for equal shares of each power of ten use log_uniform_values");
  }

  @Test
  void method_ofAnotherEngine_isRefusedWithTheNearestSampler() throws IOException {
    Config config =
        read("method: custom\nscheduler: {engine: ax}\nparameters: {k: {values: [1, 2]}}");
    String sentence =
        folder.resolve("c.yaml")
            + ":1: method custom with scheduler is not available: W&B hands such a sweep to Ax;"
            + " choose method: bayes, the nearest sampler for one objective";

    assertThat(ConfigWarnings.of(config.withSeed(3).with("k", "2"))).containsExactly(sentence);
    assertThatThrownBy(config::method).isInstanceOf(ConfigException.class).hasMessage(sentence);
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

  private String warning(String start) {
    return folder.resolve("c.yaml") + ":2: " + start + ", and method grid takes it once";
  }

  private Config read(String text) throws IOException {
    return ConfigReader.readExternal(Files.writeString(folder.resolve("c.yaml"), text));
  }
}
