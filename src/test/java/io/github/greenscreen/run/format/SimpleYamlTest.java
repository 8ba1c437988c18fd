package io.github.greenscreen.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.model.RunFolderException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleYamlTest {
  private static final Path FILE = Path.of("runs", "003", "parameters.yaml");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "None",
        "null",
        "~",
        "true",
        "0.01",
        "1.5e-4",
        "60-20-20",
        "010",
        "1_000",
        "2026-01-31",
        "",
        " padded ",
        "a: b",
        "a #b",
        "#b",
        "[1, 2]",
        "{a: 1}",
        "- a",
        "---",
        "...",
        "*a",
        "&a b",
        "!t b",
        "|",
        ">",
        "%",
        "@",
        "`",
        "'it''s'",
        "\"q\"",
        "it's",
        "a\nb",
        "tab\there",
        "ü",
        "日本",
        "😀",
        "\u0000",
        "\u0085",
        "\ufeff",
        "a\\b",
        "? x",
        ": x",
        "key:",
        "<<",
        "=",
        ",",
        "\r\n"
      })
  void line_ofAnySpelling_isReadBackAsItWas(String text) {
    assertThat(values(SimpleYaml.line("odd", text))).isEqualTo(Map.of("odd", text));
    if (text.equals(text.strip())) {
      assertThat(values(SimpleYaml.line(text, "odd"))).isEqualTo(Map.of(text, "odd"));
    }
  }

  @Test
  void line_quotesOnlyWhereItMust() {
    assertThat(SimpleYaml.line("lr", "1.5e-4")).isEqualTo("lr: 1.5e-4\n");
    assertThat(SimpleYaml.line("a b", "None")).isEqualTo("a b: None\n");
    assertThat(SimpleYaml.line("why", "a: b")).isEqualTo("why: 'a: b'\n");
    assertThat(SimpleYaml.line("why", "- it's")).isEqualTo("why: '- it''s'\n");
    assertThat(SimpleYaml.line("why", "a\nb")).isEqualTo("why: \"a\\u000ab\"\n");
  }

  @Test
  void parse_keepsOrderLinesAndInnerNames() {
    Map<String, SimpleYaml.Entry> entries = SimpleYaml.parse(FILE, "b : 1\n# note\na:\n  x: 2\n");
    assertThat(entries.keySet()).containsExactly("b", "a");
    assertThat(entries.get("b").line()).isEqualTo(1);
    assertThat(entries.get("a").inner().orElseThrow().get("x").text()).isEqualTo("2");
    assertThat(entries.get("a").inner().orElseThrow().get("x").line()).isEqualTo(4);
  }

  @Test
  void parse_ofSomethingElse_namesFileLineAndExpectation() {
    assertBroken("- a\n", ":1: expected lines of the form name: value");
    assertBroken("", ":1: expected lines of the form name: value");
    assertBroken("a: 1\nlr: [1]\n", ":2: found a sequence; expected a single value for lr");
    assertBroken("a: 1\n[b]: 1\n", ":2: found a sequence; expected a name");
    assertBroken("lr: 1\nlr: 2\n", ":2: lr is given twice");
    assertBroken("a: 1\nlr: 'x\n", ":3: not YAML: found unexpected end of stream");
  }

  @Test
  void parse_ofHostileYaml_constructsNothing() {
    assertBroken(
        "a: !!java.io.FileOutputStream [owned]\n",
        ":1: not YAML: Global tag is not allowed: tag:yaml.org,2002:java.io.FileOutputStream");
    assertBroken(
        "a: &a {b: *a}\n",
        ": not YAML: Number of aliases for non-scalar nodes exceeds the specified max=0");
    assertThatThrownBy(() -> SimpleYaml.parse(FILE, "a: " + "[".repeat(1000)))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(FILE + ": not YAML: Nesting Depth exceeded max 10");
  }

  private static void assertBroken(String content, String problem) {
    assertThatThrownBy(() -> SimpleYaml.parse(FILE, content))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(FILE + problem);
  }

  private static Map<String, String> values(String content) {
    Map<String, String> values = new LinkedHashMap<>();
    SimpleYaml.parse(FILE, content).forEach((name, entry) -> values.put(name, entry.text()));
    return values;
  }
}
