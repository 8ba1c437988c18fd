package io.github.greenscreen.cli;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.space.Constant;
import io.github.greenscreen.space.Parameter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code greenscreen space}: what a sweep chooses from. */
@Command(
    name = "space",
    description =
        "Show the search space: each parameter, its values, the number of configurations.")
final class SpaceCommand extends BaseCommand {
  @Mixin private SpaceOptions space;

  @Override
  int execute() {
    Config config = space.read();
    TextTable table = new TextTable("parameter", ">values", "baseline", "others");
    config.space().parameters().forEach(parameter -> add(table, parameter));
    out().print(table);
    out()
        .printf(
            Locale.ROOT,
            "%n%,d configurations; method %s, %d in a sweep unless -n says otherwise%n",
            config.space().size(),
            config.method().spelling(),
            config.runCap());
    return ExitCode.DONE;
  }

  private static void add(TextTable table, Parameter parameter) {
    int count = parameter.values().size();
    String others =
        parameter instanceof Constant
            ? "(constant)"
            : String.join(", ", parameter.values().subList(1, count));
    table.row(parameter.name(), count, parameter.values().get(0), others);
  }
}
