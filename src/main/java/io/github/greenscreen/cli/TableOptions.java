package io.github.greenscreen.cli;

import io.github.greenscreen.search.Goal;
import io.github.greenscreen.search.Limit;
import io.github.greenscreen.search.Method;
import io.github.greenscreen.search.Metric;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.simulation.RunsQuery;
import io.github.greenscreen.simulation.TableQuery;
import io.github.greenscreen.simulation.TableQuery.Target;
import io.github.greenscreen.space.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How a table is to be searched. */
final class TableOptions {
  private static final Pattern CONSTRAINT =
      Pattern.compile("(.+?)\\s*<=\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?)");

  @Option(
      names = "--sampler",
      paramLabel = "NAME",
      split = ",",
      order = 10,
      description = "What chooses the configurations: ${COMPLETION-CANDIDATES} (default: random).",
      completionCandidates = Samplers.class)
  private List<String> samplers;

  @Option(
      names = "--objective",
      paramLabel = "COLUMN[,COLUMN]",
      order = 11,
      description = {
        "What should improve; several columns are averaged. Repeated, it is one more.",
        "Of runs a metric as in config.yaml (default: val_accuracy)."
      })
  private List<String> objectives;

  @Option(
      names = "--goal",
      paramLabel = "GOAL",
      order = 12,
      description =
          "minimize or maximize, one for each --objective or for all (default: minimize; of runs as the metric is better).")
  private List<String> goals;

  @Option(
      names = "--constraint",
      paramLabel = "COLUMN<=NUMBER",
      order = 13,
      description = "What a configuration must meet; any number of times.")
  private List<String> constraints;

  @Option(
      names = "--where",
      paramLabel = "COLUMN=VALUE",
      order = 14,
      description = "Take these rows alone; any number of times.")
  private List<String> wheres;

  @Option(
      names = "--ignore",
      paramLabel = "COLUMN",
      split = ",",
      order = 15,
      description = "Neither parameter nor result; all other columns left are parameters.")
  private List<String> ignored;

  @Option(
      names = "--duration",
      paramLabel = "COLUMN",
      order = 16,
      description = "How long a trial takes on the virtual clock (default: all as long).")
  private String duration;

  @Option(
      names = "--trials",
      paramLabel = "N",
      order = 17,
      converter = Count.class,
      description = "Trials of a sweep (default: 100).")
  private Integer trials;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      order = 18,
      converter = Count.class,
      description = "Sweeps, with the seeds 1 to N (default: 20).")
  private Integer seeds;

  /** Names all samplers in the help text. */
  static final class Samplers extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Samplers() {
      super(Method.spellings());
    }
  }

  int trials() {
    return trials == null ? 100 : trials;
  }

  int seeds() {
    return seeds == null ? 20 : seeds;
  }

  /** Return the first option that was given, which makes no sense for stoppers; empty for none. */
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

  /** Return the first option that was given, which makes no sense for any runs; empty for none. */
  Optional<String> givenOfColumns() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("--where", wheres);
    values.put("--ignore", ignored);
    values.put("--duration", duration);
    return values.keySet().stream().filter(name -> values.get(name) != null).findFirst();
  }

  /** Tell whether samplers were named. */
  boolean namesSamplers() {
    return samplers != null;
  }

  /** Return the samplers in the order in which they were named. */
  List<Method> methods() {
    return all(samplers == null ? List.of(Method.RANDOM.spelling()) : samplers).stream()
        .map(TableOptions::method)
        .distinct()
        .toList();
  }

  /** Return how {@code file} is to be searched. */
  TableQuery query(Path file) {
    if (objectives == null) {
      throw new UsageException(
          "--objective is missing; name the column of " + file + " that should improve");
    }
    Map<String, String> rows = new LinkedHashMap<>();
    all(wheres).forEach(each -> where(each, rows));
    return new TableQuery(
        file,
        targets(),
        all(constraints).stream().map(TableOptions::limit).toList(),
        rows,
        all(ignored),
        Optional.ofNullable(duration));
  }

  /** Return how {@code runs} of {@code folder}, all completed, are to be searched. */
  RunsQuery query(Path folder, List<Trial> runs) {
    List<String> names = objectives == null ? List.of(Metric.VAL_ACCURACY.spelling()) : objectives;
    List<Goal> directions = goals(names.size());
    List<Objective> asked = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Metric metric = metric("--objective", names.get(i));
      asked.add(Objective.of(metric.spelling(), goal(directions, i, metric.goal())));
    }
    List<Limit> limits = all(constraints).stream().map(TableOptions::limit).toList();
    limits.forEach(limit -> metric("--constraint", limit.metric()));
    return new RunsQuery(folder.toString(), runs, asked, limits);
  }

  private static Metric metric(String option, String name) {
    List<String> names = Metric.spellings(Arrays.asList(Metric.values()));
    return Metric.find(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "%s: runs have no metric \"%s\"; expected one of %s%s"
                        .formatted(
                            option, name, String.join(", ", names), Spelling.hint(name, names))));
  }

  private List<Target> targets() {
    List<Goal> directions = goals(objectives.size());
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < objectives.size(); i++) {
      List<String> columns =
          Arrays.stream(objectives.get(i).split(",", -1)).map(String::strip).toList();
      targets.add(new Target(columns, goal(directions, i, Goal.MINIMIZE)));
    }
    return targets;
  }

  /** Return the goals that were given, none, one, or one for each of {@code count} objectives. */
  private List<Goal> goals(int count) {
    List<Goal> directions = all(goals).stream().map(TableOptions::goal).toList();
    if (directions.size() > 1 && directions.size() != count) {
      throw new UsageException(
          "--goal is given %s times and --objective %s times; give one goal for all, or one for each"
              .formatted(directions.size(), count));
    }
    return directions;
  }

  private static Goal goal(List<Goal> directions, int place, Goal usual) {
    return directions.isEmpty() ? usual : directions.get(directions.size() == 1 ? 0 : place);
  }

  private static Method method(String name) {
    return Method.find(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "--sampler: unknown sampler \"%s\"; expected one of %s%s"
                        .formatted(
                            name,
                            String.join(", ", Method.spellings()),
                            Spelling.hint(name, Method.spellings()))));
  }

  private static Goal goal(String text) {
    return Goal.find(text)
        .orElseThrow(
            () ->
                new UsageException(
                    "--goal: found \"%s\", expected minimize or maximize%s"
                        .formatted(text, Spelling.hint(text, Goal.spellings()))));
  }

  private static Limit limit(String text) {
    Matcher matcher = CONSTRAINT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new UsageException(
          "--constraint: found \"%s\", expected COLUMN<=NUMBER such as average_power<=100"
              .formatted(text));
    }
    return new Limit(matcher.group(1), Double.parseDouble(matcher.group(2)));
  }

  private static void where(String text, Map<String, String> rows) {
    int equals = text.indexOf('=');
    String column = equals < 1 ? "" : text.substring(0, equals).strip();
    if (column.isEmpty() || rows.containsKey(column)) {
      throw new UsageException(
          "--where: found \"%s\", expected COLUMN=VALUE once for each column, such as dataset=cifar100"
              .formatted(text));
    }
    rows.put(column, text.substring(equals + 1).strip());
  }

  private static List<String> all(List<String> given) {
    return given == null ? List.of() : given;
  }
}
