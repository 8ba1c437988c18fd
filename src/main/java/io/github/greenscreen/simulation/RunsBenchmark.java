package io.github.greenscreen.simulation;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns finished runs into a tabular benchmark: every parameter except the seed that takes several
 * values is part of the space. Of runs that differ only in their seed, the first counts, because a
 * mean of several has no curve.
 */
final class RunsBenchmark {
  private static final String SEED = "seed";
  private static final String SECONDS = "epoch_seconds";

  private final RunsQuery query;
  private final SearchSpace space;

  private RunsBenchmark(RunsQuery query, SearchSpace space) {
    this.query = query;
    this.space = space;
  }

  /** Read the runs; throw {@link SimulationException} if they cannot be searched as requested. */
  static TabularBenchmark of(RunsQuery query) {
    List<Trial> runs = query.runs().stream().filter(run -> isKnown(run, query)).toList();
    if (runs.isEmpty()) {
      throw new SimulationException(
          "%s: none of the %s completed runs has %s"
              .formatted(
                  query.source(), query.runs().size(), String.join(", ", wanted(query).toList())));
    }
    return new RunsBenchmark(query, space(query, runs)).problem(runs);
  }

  private static boolean isKnown(Trial run, RunsQuery query) {
    return wanted(query).allMatch(name -> run.metric(name).isPresent());
  }

  private static Stream<String> wanted(RunsQuery query) {
    return Stream.concat(
            query.objectives().stream().map(Objective::metric),
            query.limits().stream().map(Constraint::metric))
        .distinct();
  }

  private static SearchSpace space(RunsQuery query, List<Trial> runs) {
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(run.configuration().values().keySet()));
    names.remove(SEED);
    List<Parameter> parameters = new ArrayList<>();
    for (String name : names) {
      List<String> values = runs.stream().map(run -> value(run, name)).distinct().toList();
      if (values.size() > 1) {
        parameters.add(new CategoricalParameter(name, values));
      }
    }
    if (parameters.isEmpty()) {
      throw new SimulationException(
          query.source()
              + ": all runs have the same configuration; expected several configurations");
    }
    return new SearchSpace(parameters);
  }

  /** Return the value of a parameter; empty if it does not apply or the run is older than it. */
  private static String value(Trial run, String name) {
    return run.configuration().find(name).orElse("");
  }

  private TabularBenchmark problem(List<Trial> runs) {
    Map<Configuration, Map<String, Double>> measured = new LinkedHashMap<>();
    Map<Configuration, List<Map<String, Double>>> curves = new LinkedHashMap<>();
    for (Trial run : runs) {
      Map<String, String> values = new LinkedHashMap<>();
      space.parameters().forEach(each -> values.put(each.name(), value(run, each.name())));
      Configuration configuration = Configuration.of(values);
      Map<String, Double> metrics = new LinkedHashMap<>(run.metrics());
      metrics.put(TabularBenchmark.DURATION, seconds(run));
      if (measured.putIfAbsent(configuration, metrics) == null) {
        curves.put(configuration, run.curve());
      }
    }
    SimulationInput input =
        SimulationInput.of(
            space, wanted(query).toList(), note(runs.size()).stream().toList(), List.of());
    return new TabularBenchmark(input, space, query.objectives(), query.limits(), measured, curves);
  }

  /** Return a sentence that counts the runs left out, if there are any. */
  private Optional<String> note(int known) {
    int all = query.runs().size();
    int unknown = all - known;
    return unknown == 0
        ? Optional.empty()
        : Optional.of(
            "%s of %s completed runs %s no %s and %s left out"
                .formatted(
                    unknown,
                    all,
                    unknown == 1 ? "has" : "have",
                    String.join(" or ", wanted(query).toList()),
                    unknown == 1 ? "is" : "are"));
  }

  private static double seconds(Trial run) {
    return run.curve().stream().mapToDouble(epoch -> epoch.getOrDefault(SECONDS, 1.0)).sum();
  }
}
