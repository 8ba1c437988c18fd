package io.github.greenscreen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheets, pandas, and R write them. */
class TableReaderTest {
  private static final String RULE =
      "; expected a line of column names and a line for each measured configuration";

  private static final String QUOTES =
      ": text follows a closing quote, or a quote is not closed; expected quotes around whole cells"
          + " only, and two for each quote in such a cell";

  @TempDir private Path folder;

  @Test
  void read_semicolons_readsDecimalCommas() {
    ResultsTable table = read("lr;opt;y\n0,1;a;0,5\n1E-02;b;,4\n");

    assertThat(table.columns()).containsExactly("lr", "opt", "y");
    assertThat(column(table, "lr")).containsExactly("0.1", "1E-02");
    assertThat(column(table, "y")).containsExactly("0.5", ".4");
    assertThat(table.where("lr", "0,1").number(0, "y")).isEqualTo(0.5);
    assertThat(table.where("lr", "0.01").number(0, "y")).isEqualTo(0.4);
    assertThat(table.notes())
        .containsExactly(
            "the cells are separated by semicolons, and commas are read as decimal points");
  }

  @Test
  void read_semicolonsWithPoints_keepsCommas() {
    ResultsTable table = read("lr;layers, all;y\n0.1;64,128,256;0.5\n0.2;64,64,64;0.4\n");

    assertThat(table.columns()).containsExactly("lr", "layers, all", "y");
    assertThat(column(table, "layers, all")).containsExactly("64,128,256", "64,64,64");
    assertThat(column(table, "y")).containsExactly("0.5", "0.4");
    assertThat(table.notes()).containsExactly("the cells are separated by semicolons");
  }

  @Test
  void read_tabs_areRecognised() {
    ResultsTable table = read("lr\topt\ty\n0,1\ta b\t0,5\n0,01\tb\tNA\n");

    assertThat(column(table, "opt")).containsExactly("a b", "b");
    assertThat(column(table, "lr")).containsExactly("0.1", "0.01");
    assertThat(table.has(1, "y")).isFalse();
    assertThat(table.notes())
        .containsExactly("the cells are separated by tabs, and commas are read as decimal points");
  }

  @Test
  void read_commas_mayHaveOtherDelimitersInCells() {
    ResultsTable table = read("layers;all,y\n64;128,0.5\n\"64;64\",0.4\n");

    assertThat(table.columns()).containsExactly("layers;all", "y");
    assertThat(column(table, "layers;all")).containsExactly("64;128", "64;64");
    assertThat(table.notes()).isEmpty();
  }

  @Test
  void read_spreadsheet_passesOverItsDeclarationAndEmptyCells() {
    ResultsTable table = read("\uFEFFsep=;\r\nlr;y;;\r\n0,1;0,5;;\r\nx;0,4;;\r\n;;;\r\n;;;\r\n");

    assertThat(table.columns()).containsExactly("lr", "y");
    assertThat(table.size()).isEqualTo(2);
    assertThatThrownBy(() -> table.number(1, "lr"))
        .hasMessageStartingWith(file() + ":4: lr is \"x\"; expected a number");
  }

  @Test
  void read_unicodeText_isDecoded() throws IOException {
    Files.write(
        folder.resolve("table.csv"),
        "\uFEFFGröße\ty\n1\t0,5\n2\t0,4\n".getBytes(StandardCharsets.UTF_16LE));

    ResultsTable table = ResultsTable.read(folder.resolve("table.csv"));

    assertThat(table.columns()).containsExactly("Größe", "y");
    assertThat(column(table, "y")).containsExactly("0.5", "0.4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "lr|opt|y@0.1|a|0.5@;vertical bars (\"|\")",
        "| lr | y |@|----|---|@| 0.1 | 0.5 |;vertical bars (\"|\")",
        "lr:y@0.1:0.5@;colons (\":\")",
        "lr^y@0.1^0.5@;carets (\"^\")",
        "\"lr\" \"opt\" \"y\"@\"1\" 0.1 \"a b\" 0.5@;spaces",
        "lr   y@0.1  0.5@;spaces"
      })
  void read_otherSeparators_areNamed(String content, String found) {
    assertThatThrownBy(() -> read(content.replace('@', '\n')))
        .isInstanceOf(SimulationException.class)
        .hasMessage(
            "%s: the cells seem to be separated by %s; expected commas, semicolons, or tabs"
                .formatted(file(), found));
  }

  @Test
  void read_oneColumn_isExplained() {
    assertThatThrownBy(() -> read("y\n1\n2\n"))
        .hasMessage(
            file()
                + ": the only column is \"y\"; expected columns for parameters and results,"
                + " separated by commas, semicolons, or tabs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[{\"lr\":0.1,\"y\":2}]", "{\"lr\": [0.1]}", "[\n  [1, 2]\n]", "[0.1, 2]"})
  void read_json_isNamed(String content) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(SimulationException.class)
        .hasMessage(file() + ": not CSV, line 1: the text looks like JSON" + RULE);
  }

  @Test
  void read_jsonBelowBlankLines_hasItsLine() {
    assertThatThrownBy(() -> read("\n\n{\"a\": 1}"))
        .hasMessage(file() + ": not CSV, line 3: the text looks like JSON" + RULE);
  }

  @Test
  void read_brokenQuotes_areNamedWithTheirLine() {
    assertThatThrownBy(() -> read("lr,y\n0.1,0.5\n\"0.2\"x,0.4\n"))
        .isInstanceOf(SimulationException.class)
        .hasMessage(file() + ": not CSV, line 3" + QUOTES);
    assertThatThrownBy(() -> read("lr,y\n\"0.1\n,0.5\n0.2,0.4\n"))
        .hasMessage(file() + ": not CSV, line 2" + QUOTES);
  }

  @Test
  void read_otherFiles_areNamed() throws IOException {
    Path other = folder.resolve("table.csv");
    Files.write(other, new byte[] {'P', 'K', 3, 4, 0});
    assertThatThrownBy(() -> ResultsTable.read(other))
        .hasMessage(
            file() + ": a workbook or ZIP archive; save the sheet as CSV; expected a CSV table");
    Files.write(other, new byte[] {0x1f, (byte) 0x8b, 8});
    assertThatThrownBy(() -> ResultsTable.read(other))
        .hasMessage(file() + ": compressed with gzip; decompress it; expected a CSV table");
    Files.write(other, "PAR1\0".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> ResultsTable.read(other))
        .hasMessage(file() + ": a Parquet file; save the table as CSV; expected a CSV table");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",lr,y@0,0.1,0.5@1,0.2,0.4@2,0.3,0.6@",
        "\"\",\"lr\",\"y\"@\"1\",0.1,0.5@\"2\",0.2,0.4@\"3\",0.3,0.6@",
        ",lr,y@7,0.1,0.5@0,0.2,0.4@3,0.3,0.6@",
        ",lr,y@0,0.1,0.5@1,0.2,0.4@0,0.3,0.6@",
        ",lr,y@Mazda RX4,0.1,0.5@Fiat 128,0.2,0.4@Honda Civic,0.3,0.6@",
        "Unnamed: 0,lr,y@0,0.1,0.5@1,0.2,0.4@2,0.3,0.6@",
        "...1,lr,y@1,0.1,0.5@2,0.2,0.4@3,0.3,0.6@",
        "lr,y@1,0.1,0.5@2,0.2,0.4@3,0.3,0.6@",
        ";lr;y@0;0,1;0,5@1;0,2;0,4@2;0,3;0,6@"
      })
  void read_namelessIndex_isPassedOver(String content) {
    ResultsTable table = read(content.replace('@', '\n'));

    assertThat(table.columns()).containsExactly("lr", "y");
    assertThat(column(table, "lr")).containsExactly("0.1", "0.2", "0.3");
    assertThat(table.notes())
        .contains("the first column has no name and numbers or names the rows; it is passed over");
  }

  @Test
  void read_twoNamelessIndexes_arePassedOver() {
    ResultsTable table = read(",Unnamed: 0,lr,y,\n0,4,0.1,0.5,\n1,2,0.2,0.4,\n");

    assertThat(table.columns()).containsExactly("lr", "y");
    assertThat(table.hasPassedOver("Unnamed: 0")).isTrue();
    assertThat(table.hasPassedOver("lr")).isFalse();
    assertThat(table.notes())
        .containsExactly(
            "the first 2 columns have no name and number or name the rows; they are passed over");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a,a@1,2@|:1: the column \"a\" appears twice; expected a unique name for each column",
        "a,@1,2@|:1: column 2 has no name; expected a unique name for each column",
        ",a@0.5,2@0.6,3@|:1: column 1 has no name; expected a unique name for each column",
        ",a@64,2@32,3@64,4@|:1: column 1 has no name; expected a unique name for each column",
        "a,b@1,2@3,4,5@|:3: 3 cells; expected at most 2, one per column"
      })
  void read_badColumns_areNamed(String content, String problem) {
    assertThatThrownBy(() -> read(content.replace('@', '\n'))).hasMessage(file() + problem);
  }

  private static List<String> column(ResultsTable table, String name) {
    return IntStream.range(0, table.size()).mapToObj(row -> table.text(row, name)).toList();
  }

  private ResultsTable read(String content) {
    return ResultsTable.read(Tables.write(folder, content));
  }

  private String file() {
    return folder.resolve("table.csv").toString();
  }
}
