package io.github.greenscreen.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTableTest {
  private record Run(String name, String energy, String state) {}

  private static final Column<Run> NAME = Column.text("run", Run::name);
  private static final Column<Run> ENERGY = Column.right("energy", Run::energy);
  private static final List<Run> RUNS =
      List.of(new Run("001", "12.3", "completed"), new Run("002", "N/A", "failed"));

  @Test
  void of_numbersAndWords_linesUpBoth() {
    Table<Run> table = Table.of(RUNS, NAME, ENERGY, Column.text("state", Run::state));

    assertThat(TextTable.of(table))
        .isEqualTo(
            """
            run  energy  state
            ---  ------  ---------
            001    12.3  completed
            002     N/A  failed
            """);
  }

  @Test
  void of_titleAndUnit_showsBoth() {
    Column<Double> energy = Column.of("energy", CellFormat.QUANTITY, (Double number) -> number);
    Table<Double> table = Table.of(List.of(12.34567, Double.NaN), energy.in("Wh"));

    assertThat(TextTable.of(table.titled("Runs")))
        .isEqualTo(
            """
            Runs
            energy Wh
            ---------
                12.35
                  N/A
            """);
  }

  @Test
  void lines_emptyLastCell_leavesNoBlankAtTheEnd() {
    Table<String> table =
        Table.of(
            List.of("001"), Column.text("run", name -> name), Column.text("why", name -> null));

    assertThat(TextTable.lines(table)).containsExactly("run  why", "---  ---", "001");
  }

  @Test
  void lines_signBeyondTheBasicPlane_countsOnce() {
    Table<String> table =
        Table.of(
            List.of("\uD83C\uDF31"), Column.text("a", sign -> sign), Column.text("b", sign -> "x"));

    assertThat(TextTable.lines(table)).containsExactly("a  b", "-  -", "\uD83C\uDF31  x");
  }

  @Test
  void markdown_numbersAndWords_setsNumbersToTheRight() {
    assertThat(TextTable.markdown(Table.of(RUNS, NAME, ENERGY)))
        .isEqualTo(
            """
            | run | energy |
            | --- | ---: |
            | 001 | 12.3 |
            | 002 | N/A |
            """);
  }
}
