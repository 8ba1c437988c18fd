package io.github.greenscreen.run.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.format.SimpleYaml.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FastYamlReaderTest {
  private static final Path FILE = Path.of("status.yaml");

  @Test
  void parse_runFolder_isReadWithoutTheWholeReader() {
    String content =
        """
        state: completed
        started: 2026-01-01T00:00:00Z
        lr: 1.5e-4
        device: NVIDIA A100
        seconds:
          load: 1.000
          train: 3000.000
        partitioning: 60-20-20
        """;

    assertThat(FastYamlReader.parse(content)).hasValue(SimpleYaml.parseAny(FILE, content));
    assertThat(FastYamlReader.parse(content).orElseThrow().keySet())
        .containsExactly("state", "started", "lr", "device", "seconds", "partitioning");
  }

  @Test
  void parse_anythingElse_isLeftToTheWholeReader() {
    for (String content :
        List.of(
            "",
            "a",
            "a: b",
            "a:b\n",
            "a: \n",
            "a:\n",
            "a:\nb: 1\n",
            "seed : 22\n",
            "a: 1\na: 2\n",
            "a:\n  b: 1\n  b: 2\n",
            "a: 'b'\n",
            "a: b: c\n",
            "a: b #c\n",
            "a: b:\n",
            "a: b \n",
            "a:  b\n",
            "a: -\n",
            "a: [1]\n",
            "a: é\n",
            "a: b\n  c\n",
            "a: b\n  c: d\n",
            "a:\n   b: 1\n",
            "a:\n  b:\n",
            " a: 1\n",
            "a: 1\r\n",
            "a: b\tc\n",
            "# note\na: 1\n",
            "\na: 1\n",
            "<<: 1\n")) {
      assertThat(FastYamlReader.parse(content)).as(content).isEmpty();
    }
  }

  @Test
  void parse_whateverItReads_isWhatTheWholeReaderReads() {
    Random random = new Random(11);
    String signs = "ab1 :._-+/\n\n  #'[";
    int read = 0;
    for (int i = 0; i < 60_000; i++) {
      StringBuilder content = new StringBuilder();
      int length = random.nextInt(24);
      while (content.length() < length) {
        content
            .append(random.nextInt(4) == 0 ? "a" + random.nextInt(9) + ": " : "")
            .append(signs.charAt(random.nextInt(signs.length())));
      }
      content.append('\n');
      Optional<Map<String, Entry>> plain = FastYamlReader.parse(content.toString());
      if (plain.isPresent()) {
        read++;
        Map<String, Entry> whole = SimpleYaml.parseAny(FILE, content.toString());
        assertThat(plain.get()).as(content.toString()).isEqualTo(whole);
        assertThat(plain.get().keySet()).containsExactlyElementsOf(whole.keySet());
      }
    }
    assertThat(read).isGreaterThan(500);
  }
}
