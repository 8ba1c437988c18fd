package io.github.greenscreen.simulation;

import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.stopper.Stopper;
import io.github.greenscreen.space.Configuration;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Simulates sweeps over a table of measured results, or over finished runs, one per seed 1, 2, 3
 * and so on. Immutable.
 */
public final class Simulation {
  /** Number of trials between two intermediate results. */
  private static final int STEP = 25;

  private static final String ENERGY = "energy_Wh";
  private static final String SECONDS = "epoch_seconds";

  private static final MathContext SIX_DIGITS = new MathContext(6);

  private final TabularBenchmark problem;
  private final int trials;
  private final int workers;

  /** One finished sweep. */
  private record Sweep(SimulatedSweep sweep, List<Trial> finished) {}

  private Simulation(TabularBenchmark problem, int trials, int workers) {
    this.problem = problem;
    this.trials = trials;
    this.workers = workers;
  }

  /**
   * Read the table.
   *
   * @param trials maximum number of trials of a sweep, at least 1
   * @param workers number of parallel trials, at least 1
   * @throws SimulationException if the table cannot be searched as requested, or no configuration
   *     meets the limits
   */
  public static Simulation of(TableQuery query, int trials, int workers) {
    return of(TableBenchmark.of(query), query.file().toString(), trials, workers);
  }

  /**
   * Create a simulation over runs, as {@link #of(TableQuery, int, int)} does over a table.
   *
   * @throws SimulationException if they cannot be searched as requested
   */
  public static Simulation of(RunsQuery query, int trials, int workers) {
    return of(RunsBenchmark.of(query), query.source(), trials, workers);
  }

  private static Simulation of(TabularBenchmark problem, String source, int trials, int workers) {
    if (problem.measured().values().stream().noneMatch(problem::isFeasible)) {
      throw new SimulationException(source + ": " + infeasible(problem));
    }
    return new Simulation(problem, trials, workers);
  }

  private static String infeasible(TabularBenchmark problem) {
    String lowest =
        problem.limits().stream()
            .map(limit -> limit.metric() + " " + spell(lowest(problem, limit), limit.most()))
            .collect(Collectors.joining(", "));
    return "no configuration met %s: all %s were tried; the lowest found is %s"
        .formatted(
            problem.limits().stream()
                .map(limit -> limit.metric() + "<=" + AmountFormat.plain(limit.most()))
                .collect(Collectors.joining(" and ")),
            problem.measured().size(),
            lowest);
  }

  private static double lowest(TabularBenchmark problem, Constraint limit) {
    return problem.measured().values().stream()
        .mapToDouble(metrics -> metrics.get(limit.metric()))
        .min()
        .orElseThrow();
  }

  /** Format {@code lowest} with six digits, or with all if it would read as within {@code most}. */
  private static String spell(double lowest, double most) {
    double rounded = BigDecimal.valueOf(lowest).round(SIX_DIGITS).doubleValue();
    return AmountFormat.plain(lowest > most && rounded <= most ? lowest : rounded);
  }

  /** Return what was taken from the table or the runs. */
  public SimulationInput input() {
    return problem.input();
  }

  /** Run {@code seeds} sweeps, at least one, with {@code sampler}. */
  public SimulationResult run(Function<StudySnapshot, Optional<Configuration>> sampler, int seeds) {
    return run(sampler, Optional.empty(), seeds);
  }

  /** Run the sweeps with a {@code stopper}, which affects runs but not tables. */
  public SimulationResult run(
      Function<StudySnapshot, Optional<Configuration>> sampler,
      Optional<Stopper> stopper,
      int seeds) {
    List<Sweep> sweeps = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      SimulatedSweep sweep = new SimulatedSweep(problem, sampler, stopper, seed);
      sweep.play(trials, workers);
      sweeps.add(new Sweep(sweep, sweep.finished()));
    }
    return new SimulationResult(
        trials,
        seeds,
        problem.measured().size(),
        (int) sweeps.stream().filter(sweep -> !feasible(sweep, trials).isEmpty()).count(),
        best(sweeps, trials),
        after(count -> best(sweeps, count)),
        mean(sweeps, sweep -> sweep.sweep().distinct()),
        mean(sweeps, this::violations),
        mean(sweeps, sweep -> sweep.sweep().secondsPerSuggestion()),
        problem.objectives().size() < 2 ? Optional.empty() : Optional.of(front(sweeps)),
        stopper.map(any -> stops(sweeps)));
  }

  private double violations(Sweep sweep) {
    return sweep.finished().stream().filter(trial -> !problem.isFeasible(trial.metrics())).count();
  }

  private SimulationResult.Stops stops(List<Sweep> sweeps) {
    boolean energy =
        problem.measured().keySet().stream()
            .flatMap(configuration -> problem.curve(configuration).stream())
            .allMatch(epoch -> epoch.containsKey(ENERGY));
    String metric = energy ? ENERGY : SECONDS;
    return new SimulationResult.Stops(
        mean(sweeps, sweep -> sweep.finished().stream().filter(Simulation::isStopped).count()),
        mean(sweeps, sweep -> saved(sweep, metric)),
        energy);
  }

  private static boolean isStopped(Trial trial) {
    return trial.state() == Trial.State.STOPPED;
  }

  /**
   * Return the share of {@code metric}, over all epochs of the trials of a sweep, that was saved.
   */
  private double saved(Sweep sweep, String metric) {
    double spent = 0;
    double all = 0;
    for (Trial trial : sweep.finished()) {
      spent += sum(trial.curve(), metric);
      all += sum(problem.curve(trial.configuration()), metric);
    }
    return all > 0 ? 1 - spent / all : 0;
  }

  private static double sum(List<Map<String, Double>> curve, String metric) {
    return curve.stream().mapToDouble(epoch -> epoch.getOrDefault(metric, 0.0)).sum();
  }

  /** Return the figures after every step and at the end. */
  private Map<Integer, QuartileSummary> after(Function<Integer, QuartileSummary> figures) {
    Map<Integer, QuartileSummary> after = new TreeMap<>();
    for (int count = STEP; count < trials; count += STEP) {
      after.put(count, figures.apply(count));
    }
    after.put(trials, figures.apply(trials));
    return after;
  }

  private QuartileSummary best(List<Sweep> sweeps, int count) {
    return QuartileSummary.of(
        sweeps.stream()
            .map(sweep -> feasible(sweep, count))
            .filter(found -> !found.isEmpty())
            .mapToDouble(this::best)
            .toArray());
  }

  private double best(List<Map<String, Double>> found) {
    double least =
        found.stream().mapToDouble(metrics -> problem.losses(metrics)[0]).min().orElseThrow();
    return problem.objectives().get(0).goal().toMinimize(least);
  }

  private List<Map<String, Double>> feasible(Sweep sweep, int count) {
    return sweep.finished().stream()
        .limit(count)
        .filter(trial -> !isStopped(trial))
        .map(Trial::metrics)
        .filter(problem::isFeasible)
        .toList();
  }

  private static double mean(List<Sweep> sweeps, ToDoubleFunction<Sweep> number) {
    return sweeps.stream().mapToDouble(number).average().orElseThrow();
  }

  private SimulationResult.Front front(List<Sweep> sweeps) {
    ObjectiveNormalizer box = ObjectiveNormalizer.round(problem);
    Function<Integer, QuartileSummary> volume =
        count ->
            QuartileSummary.of(
                sweeps.stream().mapToDouble(sweep -> box.volume(feasible(sweep, count))).toArray());
    return new SimulationResult.Front(
        problem.objectives().stream().map(each -> each.metric()).toList(),
        QuartileSummary.of(
            sweeps.stream().mapToDouble(sweep -> box.front(feasible(sweep, trials))).toArray()),
        volume.apply(trials),
        after(volume),
        box.volume(problem.measured().values().stream().filter(problem::isFeasible).toList()));
  }
}
