package io.github.greenscreen.cli.simulate;

import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Metric;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.DidYouMean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the arguments of {@link SimulationOptions}; invalid ones throw {@link UsageException}. */
final class SimulationArguments {
  private static final Pattern CONSTRAINT =
      Pattern.compile("(.+?)\\s*<=\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?)");

  private SimulationArguments() {}

  static SamplerType method(String name) {
    return SamplerType.find(name)
        .filter(type -> type != SamplerType.ASKTELL)
        .orElseThrow(
            () ->
                new UsageException(
                    "--sampler: unknown sampler \"%s\"; expected one of %s%s"
                        .formatted(
                            name,
                            String.join(", ", SamplerType.builtInNames()),
                            DidYouMean.hint(name, SamplerType.builtInNames()))));
  }

  static Direction goal(String text) {
    return Direction.find(text)
        .orElseThrow(
            () ->
                new UsageException(
                    "--goal: found \"%s\", expected minimize or maximize%s"
                        .formatted(text, DidYouMean.hint(text, Direction.configNames()))));
  }

  static Constraint limit(String text) {
    Matcher matcher = CONSTRAINT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new UsageException(
          "--constraint: found \"%s\", expected COLUMN<=NUMBER such as average_power<=100"
              .formatted(text));
    }
    return new Constraint(matcher.group(1), Double.parseDouble(matcher.group(2)));
  }

  static void where(String text, Map<String, String> rows) {
    int equals = text.indexOf('=');
    String column = equals < 1 ? "" : text.substring(0, equals).strip();
    if (column.isEmpty() || rows.containsKey(column)) {
      throw new UsageException(
          ("--where: found \"%s\", expected COLUMN=VALUE at most once per column, such as "
                  + "dataset=cifar100")
              .formatted(text));
    }
    rows.put(column, text.substring(equals + 1).strip());
  }

  static Metric metric(String option, String name) {
    List<String> names = Metric.configNames(Arrays.asList(Metric.values()));
    return Metric.find(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "%s: runs have no metric \"%s\"; expected one of %s%s"
                        .formatted(
                            option, name, String.join(", ", names), DidYouMean.hint(name, names))));
  }
}
