package io.github.greenscreen.config.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlComposerTest {

  /** Line feeds are written as ¶, tabs as →. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a:¶→b: 1|2: found a tab; indent with spaces",
        "a: 1¶b¶c: 2|2: name without a colon; expected name: value",
        "a: \"open¶b: 2|1: the quotation mark opened here is never closed",
        "a: b: c|1: unexpected colon; check the indentation, and quote values that contain "
            + "a colon",
        "a: [1, 2¶b: 3|2: expected a comma or \"]\" to close the \"[\" of line 1",
        "a: {b: 1¶c: {d: 3}|2: expected a comma or \"}\" to close the \"{\" of line 1",
        "a:¶  - 1¶ b: 2|3: wrong indentation, or something unexpected after a value",
        "a: *b|1: there is no anchor b",
        "a: 1¶---¶b: 2|2: a second document starts here; expected one",
        "a: @b|1: is not valid YAML: found character '@' that cannot start any token. (Do not use @"
            + " for indentation)",
      })
  void compose_brokenYaml_isToldInPlainWords(String yaml, String expected) {
    assertThat(problems(yaml.replace('¶', '\n').replace('→', '\t')))
        .containsExactly("f:" + expected);
  }

  @Test
  void compose_controlCharacter_isToldWithItsLine() {
    assertThat(problems("a: 1\nb: \u0000\n"))
        .containsExactly("f:2: character U+0000 is not allowed; remove it");
  }

  @Test
  void compose_deepNesting_isRefused() {
    assertThat(problems("a: " + "[".repeat(2000) + "]".repeat(2000)))
        .containsExactly("f: is not usable YAML: Nesting Depth exceeded max 50");
  }

  @Test
  void compose_recursiveAnchor_ends() {
    ConfigErrors problems = new ConfigErrors("f");
    assertThat(YamlComposer.compose("a: &x [*x]\n", problems)).isPresent();
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void compose_tagsOfObjects_areAllRefused() {
    assertThat(problemsOfTags("a: !!set {x}\nb:\n  - !!java.io.File [x]\n  - !!str 4\n"))
        .containsExactly(
            "f:1: tag !!set is not allowed; use plain values without tags",
            "f:3: tag !!java.io.File is not allowed; use plain values without tags");
  }

  private static List<String> problemsOfTags(String text) {
    ConfigErrors problems = new ConfigErrors("f");
    assertThat(YamlComposer.compose(text, problems)).isPresent();
    return problems.sentences();
  }

  private static List<String> problems(String text) {
    ConfigErrors problems = new ConfigErrors("f");
    assertThat(YamlComposer.compose(text, problems)).isEmpty();
    return problems.sentences();
  }
}
