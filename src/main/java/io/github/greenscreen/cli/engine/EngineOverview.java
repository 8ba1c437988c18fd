package io.github.greenscreen.cli.engine;

import io.github.greenscreen.engine.Build;
import io.github.greenscreen.engine.EngineChoice;
import io.github.greenscreen.engine.EngineException;
import io.github.greenscreen.engine.EngineRequest;
import io.github.greenscreen.engine.Engines;
import io.github.greenscreen.engine.Flavor;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Formats the builds of PyTorch on this machine as a table. */
final class EngineOverview {
  private static final double MEGABYTE = 1e6;

  private final Engines engines;

  EngineOverview(Engines engines) {
    this.engines = engines;
  }

  /** Return a table of all builds, followed by the one that {@code request} would use. */
  String text(EngineRequest request) {
    try {
      Optional<EngineChoice> choice = engines.decide(request);
      return table(choice) + choice.map(EngineOverview::used).orElseGet(this::fetched) + "\n";
    } catch (EngineException e) {
      return table(Optional.empty())
          + "train, sweep and final would fail: "
          + e.getMessage()
          + "\n";
    }
  }

  private String table(Optional<EngineChoice> choice) {
    List<Row> rows = new ArrayList<>();
    engines.bundled().ifPresent(archive -> rows.add(bundled(archive)));
    builds(choice).values().forEach(build -> rows.add(row(build)));
    Table<Row> table =
        Table.of(
            rows,
            Column.text("", Row::sign),
            Column.text("build", Row::build),
            Column.text("version", Row::version),
            Column.right("size", row -> TextNumberFormat.fixed(row.bytes() / MEGABYTE, 1, " MB")),
            Column.text("folder", Row::folder));
    return TextTable.of(table) + "\n" + problems(choice);
  }

  private record Row(String sign, String build, String version, long bytes, Path folder) {}

  /** Return the builds in the standard folders and the chosen one, without duplicates. */
  private Map<Path, Build> builds(Optional<EngineChoice> choice) {
    Map<Path, Build> builds = new LinkedHashMap<>();
    choice.flatMap(EngineChoice::build).ifPresent(build -> builds.put(build.folder(), build));
    engines.installed().forEach(build -> builds.putIfAbsent(build.folder(), build));
    return builds;
  }

  private static Row bundled(Path archive) {
    return new Row("ok", Flavor.CPU.configName(), Flavor.PYTORCH, size(archive), archive);
  }

  private static Row row(Build build) {
    String sign = build.problem().isEmpty() ? "ok" : "!!";
    return new Row(sign, build.name(), build.version(), build.bytes(), build.folder());
  }

  private String problems(Optional<EngineChoice> choice) {
    StringBuilder text = new StringBuilder();
    for (Build build : builds(choice).values()) {
      build.problem().ifPresent(reason -> text.append(build.folder() + ": " + reason + "\n"));
    }
    return text.toString();
  }

  private static String used(EngineChoice choice) {
    return "train, sweep and final would use %s: %s"
        .formatted(choice.description(), choice.reason());
  }

  private String fetched() {
    return ("train, sweep and final would fetch PyTorch %s for %s into %s: this machine has a GPU, "
            + "and no build for it is installed")
        .formatted(Flavor.PYTORCH, Flavor.CU128.target(), engines.standard(Flavor.CU128));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
