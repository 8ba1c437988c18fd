package io.github.greenscreen.table;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A JSON object, whose members keep their order; renders the rows of tables. */
public final class JsonObject {
  private final Map<String, Object> members = new LinkedHashMap<>();

  /** Return one object for each row of {@code table}, with a member for each column. */
  public static <R> List<JsonObject> list(Table<R> table) {
    return table.rows().stream().map(row -> new JsonObject().with(table.columns(), row)).toList();
  }

  /** Return an object whose members are the rows of {@code table}, named by its first column. */
  public static <R> JsonObject byFirst(Table<R> table) {
    Column<R> first = table.columns().get(0);
    List<Column<R>> others = table.columns().subList(1, table.columns().size());
    return of(
        table.rows(), row -> first.cell(row).toString(), row -> new JsonObject().with(others, row));
  }

  /** Return an object with a member for each of {@code all}. */
  public static <E> JsonObject of(
      Collection<E> all, Function<? super E, String> name, Function<? super E, ?> value) {
    JsonObject object = new JsonObject();
    all.forEach(each -> object.with(name.apply(each), value.apply(each)));
    return object;
  }

  /** Add a member, or replace its value, and return this object. */
  public JsonObject with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** Add the cells of {@code row} and return this object. */
  public <R> JsonObject with(List<Column<R>> columns, R row) {
    columns.forEach(column -> add(column.name(), column.cell(row)));
    return this;
  }

  private void add(String name, Object cell) {
    int point = name.indexOf('.');
    if (point < 0) {
      members.put(name, cell);
    } else if (members.get(name.substring(0, point)) instanceof JsonObject inner) {
      inner.with(name.substring(point + 1), cell);
    } else {
      members.put(name.substring(0, point), new JsonObject().with(name.substring(point + 1), cell));
    }
  }

  /** Return the members in their order. */
  public Map<String, Object> members() {
    return Collections.unmodifiableMap(members);
  }
}
