package io.github.greenscreen.cli.sweep;

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

/** Shows the sizes of the networks of a search space. */
final class NetworkTable {
  /** Most values of {@code image_size} of which each has a row. */
  private static final int MAX_SIDES = 4;

  private record Row(NetworkKind network, Stem stem, String images, NetworkSize size) {
    String name() {
      return network.hasStem()
          ? "%s, %s stem%s".formatted(network.configName(), stem.configName(), images)
          : network.configName() + images;
    }
  }

  private NetworkTable() {}

  /** Return the first data set of {@code space}. */
  static String dataset(SearchSpace space) {
    return texts(space, "dataset").get(0);
  }

  /**
   * Return a row for each network of {@code space}, for {@code classes} classes; if there are many
   * sizes of images, only for the smallest and the largest.
   */
  static Table<?> of(SearchSpace space, int classes) {
    List<Row> rows = new ArrayList<>();
    List<Integer> sides = sides(space);
    for (NetworkKind network : values(space, "model", NetworkKind.class)) {
      List<Stem> stems = values(space, "stem", Stem.class);
      for (Stem stem : network.hasStem() ? stems : stems.subList(0, 1)) {
        for (int side : sides) {
          if (network.imageSizeProblem(side).isEmpty()) {
            NetworkSize size = Architecture.of(network, stem, classes, side).size(side);
            String images = sides.size() > 1 ? ", %1$sx%1$s pixels".formatted(side) : "";
            rows.add(new Row(network, stem, images, size));
          }
        }
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

  private static List<Integer> sides(SearchSpace space) {
    List<Integer> all =
        texts(space, "image_size").stream().map(Integer::valueOf).distinct().sorted().toList();
    return all.size() <= MAX_SIDES ? all : List.of(all.get(0), all.get(all.size() - 1));
  }

  private static List<String> texts(SearchSpace space, String name) {
    return space
        .find(name)
        .map(Parameter::values)
        .orElseGet(() -> List.of(HyperparameterRegistry.defaultValue(name)));
  }

  private static <E extends Enum<E> & ConfigChoice> List<E> values(
      SearchSpace space, String name, Class<E> type) {
    return texts(space, name).stream()
        .map(value -> ConfigChoice.find(type, value).orElseThrow())
        .distinct()
        .toList();
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
