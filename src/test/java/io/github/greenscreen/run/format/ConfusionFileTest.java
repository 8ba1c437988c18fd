package io.github.greenscreen.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.model.RunFolderException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfusionFileTest {
  private static final Path FILE = Path.of("runs", "001", "confusion_test.csv");

  @Test
  void format_classes_isASquareTableWithTheirNames() {
    ConfusionTable table = ConfusionTable.of(List.of("cat", "dog, small"), 95, 5, 0, 100);

    String text = ConfusionFile.format(table);

    assertThat(text)
        .isEqualTo(
            """
            true_class,cat,"dog, small"
            cat,95,5
            "dog, small",0,100
            """);
    assertThat(ConfusionFile.parse(FILE, text)).isEqualTo(table);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class,a,b/a,1,2/b,3,4/ | :1: the header has no true_class; expected true_class",
        "true_class,a,b/a,1,2/ "
            + "| :2: 1 rows; expected one for each of the 2 classes of the header",
        "true_class,a,b/b,1,2/a,3,4/ "
            + "| :2: true_class \"b\"; expected \"a\", in the order of the header",
        "true_class,a,b/a,1,2/b,3,-4/ | :3: b \"-4\"; expected a whole number",
        "true_class,a,b/a,1,/b,3,4/ | :2: b \"\"; expected a whole number",
      })
  void parse_noSquareOfCounts_saysWhatIsWrong(String lines, String problem) {
    assertThatThrownBy(() -> ConfusionFile.parse(FILE, lines.replace('/', '\n')))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(FILE + problem);
  }
}
