package io.github.greenscreen.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TextTableTest {
  @Test
  void toString_numbersAndWords_linesUpBoth() {
    TextTable table = new TextTable("run", ">energy", "state");
    table.row("001", "12.3", "completed").row("002", "N/A", "failed");

    assertThat(table.toString())
        .isEqualTo(
            """
            run  energy  state
            ---  ------  ---------
            001    12.3  completed
            002     N/A  failed
            """);
  }

  @Test
  void toString_emptyLastCell_leavesNoBlankAtTheEnd() {
    TextTable table = new TextTable("run", "why").row("001", "");

    assertThat(table.lines()).containsExactly("run  why", "---  ---", "001");
  }

  @Test
  void toString_signBeyondTheBasicPlane_countsOnce() {
    TextTable table = new TextTable("a", "b").row("\uD83C\uDF31", "x");

    assertThat(table.lines()).containsExactly("a  b", "-  -", "\uD83C\uDF31  x");
  }

  @Test
  void markdown_numbersAndWords_setsNumbersToTheRight() {
    TextTable table = new TextTable("run", ">energy").row("001", "12.3").row("002", "N/A");

    assertThat(table.markdown())
        .isEqualTo(
            """
            | run | energy |
            | --- | ---: |
            | 001 | 12.3 |
            | 002 | N/A |
            """);
  }

  @Test
  void row_wrongNumberOfCells_isRefused() {
    TextTable table = new TextTable("run");

    assertThatThrownBy(() -> table.row("001", "completed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 cells for 1 columns");
  }
}
