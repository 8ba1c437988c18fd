package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.cli.option.DataFolderOption;
import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.config.Config;
import io.github.greenscreen.config.ConfigException;
import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code greenscreen space}: shows the search space of a sweep. */
@Command(
    name = "space",
    description =
        "Show the search space: each parameter, its values, and the number of configurations.")
public final class SpaceCommand extends BaseCommand {
  private static final int MAX_OBSTACLES = 3;

  @Mixin private SpaceOptions space;
  @Mixin private DataFolderOption data;

  @Override
  public int execute() {
    try {
      Config config = space.readAndWarn();
      refuseUnusedFolder(config.space());
      show(config.space());
      out().println();
      showNetworks(config.space());
      out()
          .printf(
              Locale.ROOT,
              "%n%s; %s, %d per sweep unless -n is given%n",
              size(config.space()),
              method(config),
              config.runs());
    } catch (ConfigException e) {
      showExternal(e);
    }
    return ExitCode.DONE;
  }

  /** Only the number of classes of a folder must be looked up. */
  private void refuseUnusedFolder(SearchSpace parameters) {
    if (data.folder().isPresent() && !NetworkTable.dataset(parameters).equals(DataSets.FOLDER)) {
      throw new UsageException(
          "--data: the classes of %s are known without its folder; remove the option"
              .formatted(NetworkTable.dataset(parameters)));
    }
  }

  private void showNetworks(SearchSpace parameters) {
    OptionalInt classes = DataSets.classes(NetworkTable.dataset(parameters), data.folder());
    if (classes.isPresent()) {
      print(NetworkTable.of(parameters, classes.getAsInt()));
    } else {
      out().println("the sizes of networks depend on the classes; pass their folder with --data");
    }
  }

  /**
   * Show a space that only another program can train, and the obstacles for our own.
   *
   * @throws ConfigException {@code ours} if the command line fixes parameters that only our trainer
   *     knows
   */
  private void showExternal(ConfigException ours) {
    Config config = readExternal(ours);
    List<String> obstacles = ours.problems();
    show(config.space());
    out()
        .printf(
            Locale.ROOT,
            "%n%s; %s, for other programs by 'greenscreen ask'%s%n",
            size(config.space()),
            method(config),
            config.runCap().isPresent() ? ", at most " + config.runCap().getAsInt() : "");
    err().println("greenscreen's own trainer cannot train this space:");
    obstacles.stream().limit(MAX_OBSTACLES).forEach(err()::println);
    if (obstacles.size() > MAX_OBSTACLES) {
      err().printf("and %d more%n", obstacles.size() - MAX_OBSTACLES);
    }
  }

  private Config readExternal(ConfigException ours) {
    try {
      return space.readExternalAndWarn();
    } catch (UsageException e) {
      ours.addSuppressed(e);
      throw ours;
    }
  }

  private void show(SearchSpace space) {
    print(
        Table.of(
            space.parameters(),
            Column.text("parameter", Parameter::name),
            Column.right("values", SpaceCommand::count),
            Column.text("baseline", Parameter::baseline),
            Column.text("others", SpaceCommand::others)));
    rules(space);
  }

  private static String method(Config config) {
    return config.unavailable().isPresent()
        ? "no method"
        : "method " + config.method().configName();
  }

  private static String size(SearchSpace space) {
    if (!space.isFinite()) {
      return "infinitely many configurations";
    }
    boolean one = space.size().equals(BigInteger.ONE);
    return String.format(Locale.ROOT, "%,d configuration%s", space.size(), one ? "" : "s");
  }

  private static Object count(Parameter parameter) {
    return parameter.isFinite() ? parameter.values().size() : "infinite";
  }

  private static String others(Parameter parameter) {
    if (parameter instanceof FixedParameter) {
      return "(constant)";
    }
    if (parameter instanceof CategoricalParameter choice) {
      return choice.probabilities().isEmpty()
          ? String.join(", ", choice.values().subList(1, choice.values().size()))
          : weighted(choice);
    }
    return parameter.toString();
  }

  /** Return all values with their probabilities, the baseline included. */
  private static String weighted(CategoricalParameter choice) {
    return IntStream.range(0, choice.values().size())
        .mapToObj(
            i ->
                "%s (p %s)"
                    .formatted(
                        choice.values().get(i),
                        AmountFormat.rounded(choice.probabilities().get(i))))
        .collect(Collectors.joining(", "));
  }

  /** Print conditions and forbidden combinations, if there are any. */
  private void rules(SearchSpace space) {
    if (!space.conditions().isEmpty() || !space.forbidden().isEmpty()) {
      out().println();
    }
    for (Parameter parameter : space.parameters()) {
      Conjunction rule = space.conditions().get(parameter.name());
      if (rule != null) {
        out().println(parameter.name() + " applies if " + rule);
      }
    }
    space.forbidden().forEach(rule -> out().println("never: " + rule));
  }
}
