package io.github.greenscreen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
  @TempDir private Path folder;

  @Test
  void writeTable_formulas_areDefused() throws IOException {
    new ResultFolder(folder)
        .writeTable(
            "a.csv",
            List.of(
                List.of("run", "value"),
                List.of("=1+1", "-5.5"),
                List.of("@x", "+cmd|' /C calc'!A0"),
                List.of("-x", "a,b")));

    assertThat(folder.resolve("a.csv"))
        .hasContent("run,value\n'=1+1,-5.5\n'@x,'+cmd|' /C calc'!A0\n'-x,\"a,b\"\n");
  }

  @Test
  void writeTable_missingFolder_isCreatedAndNothingElseIsLeft() throws IOException {
    Path deep = folder.resolve("a/b");

    new ResultFolder(deep).writeTable("a.csv", List.of(List.of("x")));
    new ResultFolder(deep).writeTable("a.csv", List.of(List.of("y")));

    try (Stream<Path> files = Files.list(deep)) {
      assertThat(files).containsExactly(deep.resolve("a.csv"));
    }
    assertThat(deep.resolve("a.csv")).hasContent("y\n");
  }

  @Test
  void writeTable_fileInTheWay_saysSo() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));

    assertThatThrownBy(() -> new ResultFolder(file).writeTable("a.csv", List.of(List.of("x"))))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(
            ("cannot create the folder %s: a file exists where a folder is expected; choose "
                    + "another with --report or change its permissions")
                .formatted(file));
  }

  @Test
  void readConfiguration_whatWasWritten_isTheSame() throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("internal", "None");
    values.put("lr", "1.5e-4");
    values.put("odd", "a: b # c");
    values.put("empty", "");
    values.put("model", "resnet20");
    Configuration configuration = Configuration.of(values);

    new ResultFolder(folder)
        .writeConfiguration(
            "best.yaml", List.of("first", "sec\nond"), configuration, Map.of("lr", "be\ncause"));

    Path file = folder.resolve("best.yaml");
    assertThat(file)
        .hasContent(
            """
            # first
            # sec ond
            model: resnet20
            internal: None
            lr: 1.5e-4  # be cause
            odd: 'a: b # c'
            empty: ''
            """);
    assertThat(ResultFolder.readConfiguration(file)).isEqualTo(configuration);
    assertThat(ResultFolder.readConfiguration(file).values().keySet()).startsWith("model");
  }

  @Test
  void readConfiguration_mapping_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("best.yaml"), "lr:\n  a: 1\n");

    assertThatThrownBy(() -> ResultFolder.readConfiguration(file))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(file + ":2: found a mapping; expected a single value for lr");
  }

  @Test
  void readConfiguration_noFile_saysSo() {
    Path file = folder.resolve("best.yaml");

    assertThatThrownBy(() -> ResultFolder.readConfiguration(file))
        .isInstanceOf(RunFolderException.class)
        .hasMessage("no such file: " + file);
  }

  @Test
  void delete_fileThatIsThereOrNot_isGone() throws IOException {
    Path file = Files.createFile(folder.resolve("best.yaml"));

    new ResultFolder(folder).delete("best.yaml");
    new ResultFolder(folder).delete("best.yaml");

    assertThat(file).doesNotExist();
  }
}
