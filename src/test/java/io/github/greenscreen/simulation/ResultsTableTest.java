package io.github.greenscreen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTableTest {
  @TempDir private Path folder;

  @Test
  void read_table_knowsColumnsRowsAndCells() {
    ResultsTable table = read("\uFEFFa, b\n1,x\n\n2.5,\"y, z\"");

    assertThat(table.columns()).containsExactly("a", "b");
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.number(1, "a")).isEqualTo(2.5);
    assertThat(table.text(1, "b")).isEqualTo("y, z");
  }

  @Test
  void distinct_numbers_ascend() {
    assertThat(read("a,b\n10,z\n9,y\n10,z\n1e0,x\n").distinct("a"))
        .containsExactly("1e0", "9", "10");
    assertThat(read("a,b\n10,z\n9,y\n10,z\n").distinct("b")).containsExactly("z", "y");
  }

  @Test
  void where_numberSpelledAnew_findsTheRow() {
    assertThat(read("a,b\n10,z\n9,y\n").where("a", "10.0").text(0, "b")).isEqualTo("z");
  }

  @Test
  void where_noRow_namesTheValues() {
    assertThatThrownBy(() -> read(Tables.SMALL).where("set", "z"))
        .hasMessage(
            "@: no row has set=z; its values are x, y (did you mean \"x\"?)".replace("@", file()));
  }

  @Test
  void require_unknownColumn_namesTheNearest() {
    assertThatThrownBy(() -> read(Tables.SMALL).require("powr"))
        .hasMessage(
            file()
                + ": no column \"powr\"; expected one of set, letter, size, time, power, note (did"
                + " you mean \"power\"?)");
  }

  @Test
  void number_noNumber_isNamedWithItsLine() {
    ResultsTable table = read("a,b\n\"1\n2\",3\n,inf\n");

    assertThatThrownBy(() -> table.number(1, "b"))
        .hasMessage(
            file()
                + ":4: b is \"inf\"; expected a number, or an empty cell for a run without a"
                + " result");
  }

  @Test
  void text_lineThatEndsEarly_isEmpty() {
    ResultsTable table = read("a,b\n1,2\n3\n");

    assertThat(table.text(1, "b")).isEmpty();
    assertThat(table.has(1, "b")).isFalse();
  }

  @Test
  void read_noTable_isExplained() throws IOException {
    assertThatThrownBy(() -> ResultsTable.read(folder.resolve("no.csv")))
        .hasMessage(
            folder.resolve("no.csv")
                + ": no such file; specify a CSV table of measured results, or a folder of runs");
    assertThatThrownBy(() -> read(""))
        .hasMessage(
            file()
                + ": the file is empty; expected a line of column names and a line for each"
                + " measured configuration");
    assertThatThrownBy(() -> read("a,b\n"))
        .hasMessageContaining(": there are no rows below the header; expected");
    Files.write(folder.resolve("table.csv"), new byte[] {'a', (byte) 0xe4, '\n'});
    assertThatThrownBy(() -> ResultsTable.read(folder.resolve("table.csv")))
        .hasMessage(file() + ": not UTF-8 text; expected a CSV table in UTF-8");
  }

  private ResultsTable read(String content) {
    return ResultsTable.read(Tables.write(folder, content));
  }

  private String file() {
    return folder.resolve("table.csv").toString();
  }
}
