package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Shows the sizes of the networks of a search space. */
final class NetworkTable {
  private record Row(NetworkKind network, Stem stem, NetworkSize size) {
    String name() {
      return network.hasStem()
          ? "%s, %s stem".formatted(network.configName(), stem.configName())
          : network.configName();
    }
  }

  private NetworkTable() {}

  /** Return a row for each network of {@code space}, for the classes of its first data set. */
  static Table<?> of(SearchSpace space) {
    List<Row> rows = new ArrayList<>();
    String dataset =
        space
            .find("dataset")
            .map(Parameter::baseline)
            .orElseGet(() -> HyperparameterRegistry.defaultValue("dataset"));
    int classes = DataSets.classes(dataset).orElseThrow();
    for (NetworkKind network : values(space, "model", NetworkKind.class)) {
      List<Stem> stems = values(space, "stem", Stem.class);
      for (Stem stem : network.hasStem() ? stems : stems.subList(0, 1)) {
        rows.add(new Row(network, stem, Architecture.of(network, stem, classes).size()));
      }
    }
    return Table.of(
        rows,
        Column.text("network", Row::name),
        Column.right("parameters", row -> grouped(row.size().parameters())),
        Column.right(
            "multiply-adds per image", row -> grouped(row.size().multiplyAdds().orElseThrow())),
        Column.right(
            "activations per image", row -> grouped(row.size().activations().orElseThrow())));
  }

  private static <E extends Enum<E> & ConfigChoice> List<E> values(
      SearchSpace space, String name, Class<E> type) {
    return space
        .find(name)
        .map(parameter -> parameter.values().stream())
        .orElseGet(() -> Stream.of(HyperparameterRegistry.defaultValue(name)))
        .map(value -> ConfigChoice.find(type, value).orElseThrow())
        .distinct()
        .toList();
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
