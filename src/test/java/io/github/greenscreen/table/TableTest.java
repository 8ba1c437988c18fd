package io.github.greenscreen.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.table.Column.Emphasis;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
  private record Effect(String parameter, int df, double p, Double robustP) {}

  private static final Table<Effect> TABLE =
      Table.of(
          List.of(new Effect("lr", 2, 1 / 3.0, 0.5), new Effect("model", 1, Double.NaN, null)),
          Column.text("parameter", Effect::parameter),
          Column.of("df", CellFormat.COUNT, Effect::df).labelled("Degrees of freedom"),
          Column.of("p", CellFormat.PROBABILITY, Effect::p),
          Column.of("hc3.p", CellFormat.PROBABILITY, Effect::robustP).headed("HC3 p", "Robust p"));

  @Test
  void csv_numbers_haveTenDigitsAndNamesAreTheHeader() {
    assertThat(CsvRows.of(TABLE))
        .containsExactly(
            List.of("parameter", "df", "p", "hc3.p"),
            List.of("lr", "2", "0.3333333333", "0.5"),
            List.of("model", "1", "N/A", ""));
  }

  @Test
  void csv_severalTables_fillTheColumnsOfTheHeader() {
    Table<String> other = Table.of(List.of("a"), Column.text("kind", name -> name));

    assertThat(CsvRows.of(List.of("kind", "df", "hc3_p"), List.of(other, TABLE)))
        .containsExactly(
            List.of("kind", "df", "hc3_p"),
            List.of("a", "", ""),
            List.of("", "2", "0.5"),
            List.of("", "1", ""));
  }

  @Test
  void json_rows_areObjectsByTheFirstColumnAndPointsNest() {
    JsonObject object = JsonObject.byFirst(TABLE);

    assertThat(object.members().keySet()).containsExactly("lr", "model");
    JsonObject row = (JsonObject) object.members().get("lr");
    assertThat(row.members().keySet()).containsExactly("df", "p", "hc3");
    assertThat(((JsonObject) row.members().get("hc3")).members()).containsEntry("p", 0.5);
    assertThat(JsonObject.list(TABLE).get(1).members())
        .containsEntry("parameter", "model")
        .containsEntry("df", 1);
  }

  @Test
  void printed_numbers_haveTheFormatOfTheReport() {
    assertThat(TABLE.column("p").printed(TABLE.rows())).containsExactly("0.333", "–");
    assertThat(TABLE.column("hc3.p").printed(TABLE.rows())).containsExactly("0.500", "–");
    assertThat(TABLE.column("df").title()).isEqualTo("Degrees of freedom");
    assertThat(Column.of("energy", CellFormat.AMOUNT, (Double each) -> each).in("Wh").title())
        .isEqualTo("Energy (Wh)");
    assertThat(
            Column.of("energy", CellFormat.AMOUNT, (Double each) -> each)
                .printed(List.of(123.456, 1.23456)))
        .containsExactly("123.5", "1.2");
  }

  @Test
  void columns_chosen_keepTheirOrderAndEmphasis() {
    Table<Effect> table =
        TABLE.select("p", "df").emphasised(test -> Emphasis.strongIf(test.p() < 0.5)).wide(2, 1);

    assertThat(table.columns()).extracting(Column::name).containsExactly("p", "df");
    assertThat(table.columns()).extracting(Column::width).containsExactly(2f, 1f);
    assertThat(TABLE.rows())
        .extracting(row -> table.column("df").emphasis().apply(row))
        .containsExactly(Emphasis.STRONG, Emphasis.PLAIN);
    assertThat(TABLE.without("df", "p").columns())
        .extracting(Column::name)
        .containsExactly("parameter", "hc3.p");
  }

  @Test
  void column_thatIsMissing_isRefused() {
    assertThatThrownBy(() -> TABLE.column("q"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no column q");
    assertThatThrownBy(() -> TABLE.wide(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 widths of 4 columns");
  }
}
