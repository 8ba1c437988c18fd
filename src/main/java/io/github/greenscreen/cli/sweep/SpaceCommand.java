package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.cli.support.ExitCode;
import io.github.greenscreen.config.Config;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.math.BigInteger;
import java.util.Locale;
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
  @Mixin private SpaceOptions space;

  @Override
  public int execute() {
    Config config = space.readAndWarn();
    TextTable table = new TextTable("parameter", ">values", "baseline", "others");
    config.space().parameters().forEach(parameter -> add(table, parameter));
    out().print(table);
    rules(config.space());
    out()
        .printf(
            Locale.ROOT,
            "%n%s; %s, %d per sweep unless -n is given%n",
            size(config.space()),
            method(config),
            config.runCap());
    return ExitCode.DONE;
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

  private static void add(TextTable table, Parameter parameter) {
    String count = parameter.isFinite() ? Integer.toString(parameter.values().size()) : "infinite";
    table.row(parameter.name(), count, parameter.baseline(), others(parameter));
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
