package io.github.greenscreen.cli.simulate;

import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Metric;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.simulation.RunsQuery;
import io.github.greenscreen.simulation.TableQuery;
import io.github.greenscreen.simulation.TableQuery.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for the simulation of samplers on a table of results or on finished runs. */
final class SimulationOptions {
  @Option(
      names = "--sampler",
      paramLabel = "NAME",
      split = ",",
      order = 10,
      description = "Samplers to compare: ${COMPLETION-CANDIDATES} (default: random).",
      completionCandidates = Samplers.class)
  private List<String> samplers;

  @Option(
      names = "--objective",
      paramLabel = "COLUMN[,COLUMN]",
      order = 11,
      description = {
        "Metric to optimise; comma-separated columns are averaged. Repeat the",
        "option for several objectives. For a folder of runs: a metric as in",
        "config.yaml (default: val_accuracy)."
      })
  private List<String> objectives;

  @Option(
      names = "--goal",
      paramLabel = "GOAL",
      order = 12,
      description = {
        "minimize or maximize; one for all objectives, or one for each",
        "(default: minimize; for a folder of runs, the goal of the metric)."
      })
  private List<String> goals;

  @Option(
      names = "--constraint",
      paramLabel = "COLUMN<=NUMBER",
      order = 13,
      description = "Constraint that a configuration must meet; may be repeated.")
  private List<String> constraints;

  @Option(
      names = "--where",
      paramLabel = "COLUMN=VALUE",
      order = 14,
      description = "Use only rows with this value; may be repeated.")
  private List<String> wheres;

  @Option(
      names = "--ignore",
      paramLabel = "COLUMN",
      split = ",",
      order = 15,
      description =
          "Columns that are neither parameters nor results; all remaining columns are parameters.")
  private List<String> ignored;

  @Option(
      names = "--duration",
      paramLabel = "COLUMN",
      order = 16,
      description =
          "Column with the duration of each trial in simulated time (default: all trials take "
              + "equally long).")
  private String duration;

  @Option(
      names = "--trials",
      paramLabel = "N",
      order = 17,
      converter = PositiveIntConverter.class,
      description = "Trials per sweep (default: 100).")
  private Integer trials;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      order = 18,
      converter = PositiveIntConverter.class,
      description = "Number of sweeps, with seeds 1 to N (default: 20).")
  private Integer seeds;

  /** The names of all samplers, for the help text. */
  static final class Samplers extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Samplers() {
      super(SamplerType.builtInNames());
    }
  }

  int trials() {
    return trials == null ? 100 : trials;
  }

  int seeds() {
    return seeds == null ? 20 : seeds;
  }

  /** Return the first given option that does not apply to early stoppers, if any. */
  Optional<String> given() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("--sampler", samplers);
    values.put("--objective", objectives);
    values.put("--goal", goals);
    values.put("--constraint", constraints);
    values.put("--trials", trials);
    values.put("--seeds", seeds);
    Optional<String> found =
        values.keySet().stream().filter(name -> values.get(name) != null).findFirst();
    return found.or(this::givenOfColumns);
  }

  /** Return the first given option that does not apply to runs, if any. */
  Optional<String> givenOfColumns() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("--where", wheres);
    values.put("--ignore", ignored);
    values.put("--duration", duration);
    return values.keySet().stream().filter(name -> values.get(name) != null).findFirst();
  }

  /** Return whether samplers were given. */
  boolean namesSamplers() {
    return samplers != null;
  }

  /** Return the samplers in the given order, without duplicates. */
  List<SamplerType> methods() {
    return all(samplers == null ? List.of(SamplerType.RANDOM.configName()) : samplers).stream()
        .map(SimulationArguments::method)
        .distinct()
        .toList();
  }

  /** Return the query for the table {@code file}. */
  TableQuery query(Path file) {
    if (objectives == null) {
      throw new UsageException(
          "--objective is missing; name the column of " + file + " to optimise");
    }
    Map<String, String> rows = new LinkedHashMap<>();
    all(wheres).forEach(each -> SimulationArguments.where(each, rows));
    TableQuery query =
        new TableQuery(
            file,
            targets(),
            all(constraints).stream().map(SimulationArguments::limit).toList(),
            rows,
            all(ignored),
            Optional.ofNullable(duration));
    refuseIgnoredResults(query.results());
    return query;
  }

  private void refuseIgnoredResults(List<String> results) {
    all(ignored).stream()
        .filter(results::contains)
        .findFirst()
        .ifPresent(
            column -> {
              throw new UsageException(
                  ("--ignore %s has no effect, because --objective, --constraint, or --duration "
                          + "names the column as well; remove one of them")
                      .formatted(column));
            });
  }

  /** Return the query for {@code runs} of {@code folder}, all completed. */
  RunsQuery query(Path folder, List<Trial> runs) {
    List<String> names =
        objectives == null ? List.of(Metric.VAL_ACCURACY.configName()) : objectives;
    List<Direction> directions = goals(names.size());
    List<Objective> asked = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Metric metric = SimulationArguments.metric("--objective", names.get(i));
      asked.add(Objective.of(metric.configName(), goal(directions, i, metric.goal())));
    }
    List<Constraint> limits = all(constraints).stream().map(SimulationArguments::limit).toList();
    limits.forEach(limit -> SimulationArguments.metric("--constraint", limit.metric()));
    return new RunsQuery(folder.toString(), runs, asked, limits);
  }

  private List<Target> targets() {
    List<Direction> directions = goals(objectives.size());
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < objectives.size(); i++) {
      List<String> columns =
          Arrays.stream(objectives.get(i).split(",", -1)).map(String::strip).toList();
      targets.add(new Target(columns, goal(directions, i, Direction.MINIMIZE)));
    }
    return targets;
  }

  /** Return the given goals: none, one, or one for each of {@code count} objectives. */
  private List<Direction> goals(int count) {
    List<Direction> directions = all(goals).stream().map(SimulationArguments::goal).toList();
    if (directions.size() > 1 && directions.size() != count) {
      throw new UsageException(
          "--goal is given %s times and --objective %s times; give one goal for all, or one for each"
              .formatted(directions.size(), count));
    }
    return directions;
  }

  private static Direction goal(List<Direction> directions, int place, Direction usual) {
    return directions.isEmpty() ? usual : directions.get(directions.size() == 1 ? 0 : place);
  }

  private static List<String> all(List<String> given) {
    return given == null ? List.of() : given;
  }
}
