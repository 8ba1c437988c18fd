package io.github.greenscreen.simulation;

import io.github.greenscreen.search.AskTellOptimizer;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.stopper.Stopper;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/**
 * One simulated sweep over a table. Free workers ask the sampler; a trial ends when its duration
 * has passed on the virtual clock, and only then does the sampler learn its result. Trials that end
 * at the same time are processed together before the next suggestion. A suggestion that the table
 * lacks counts as a failed trial for the sampler and costs neither time nor budget; after {@value
 * #MAX_MISSES} of them in a row, the untried configuration that shares most values with the last
 * one replaces it. With a stopper, trials that have a curve advance epoch by epoch, and the stopper
 * decides after each epoch but the last. Single-use.
 */
final class SimulatedSweep {
  private static final int MAX_MISSES = 20;
  private static final double NANOS = 1e9;
  private static final String SECONDS = "epoch_seconds";
  private static final String ACCURACY = "val_accuracy";
  private static final String EFFICIENCY = "efficiency";

  /** Metrics that improve from epoch to epoch. */
  private static final List<String> LEARNT = List.of(ACCURACY, "val_loss", "accuracy", "loss");

  private final TabularBenchmark problem;
  private final Function<StudySnapshot, Optional<Configuration>> sampler;
  private final long seed;
  private final Set<Configuration> tried = new HashSet<>();
  private final Optional<Stopper> stopper;
  private final List<Trial> finished = new ArrayList<>();
  private final PriorityQueue<End> ends =
      new PriorityQueue<>(
          Comparator.comparingDouble(End::time).thenComparingInt(end -> end.trial().number()));
  private long nanos;
  private int asked;

  /** The virtual time at which {@code trial}, or an epoch of it, ends. */
  private record End(double time, Trial trial, int epochs) {}

  SimulatedSweep(
      TabularBenchmark problem,
      Function<StudySnapshot, Optional<Configuration>> sampler,
      Optional<Stopper> stopper,
      long seed) {
    this.problem = Objects.requireNonNull(problem);
    this.sampler = Objects.requireNonNull(sampler);
    this.stopper = Objects.requireNonNull(stopper);
    this.seed = seed;
  }

  /** Run up to {@code count} trials on {@code workers}; fewer if the table is exhausted. */
  void play(int count, int workers) {
    StudySnapshot start =
        new StudySnapshot(problem.space(), problem.objectives(), problem.limits(), List.of(), seed);
    AskTellOptimizer search = new AskTellOptimizer(start, this::timed, count);
    boolean more = true;
    double time = 0;
    do {
      while (more && search.goesOn() && ends.size() < workers) {
        Optional<Trial> next = suggest(search);
        more = next.isPresent();
        if (more) {
          start(next.get(), time);
        }
      }
      time = ends.isEmpty() ? time : ends.peek().time();
      while (!ends.isEmpty() && ends.peek().time() == time) {
        pass(ends.poll(), search);
      }
    } while (!ends.isEmpty() || (more && search.goesOn()));
  }

  /** Return the completed and stopped trials in the order in which they ended. */
  List<Trial> finished() {
    return finished;
  }

  /** Return the number of distinct configurations tried. */
  int distinct() {
    return tried.size();
  }

  /** Return the mean time in seconds of the real clock that the sampler took for a suggestion. */
  double secondsPerSuggestion() {
    return asked == 0 ? 0 : nanos / NANOS / asked;
  }

  private Optional<Trial> suggest(AskTellOptimizer search) {
    Configuration last = null;
    for (int miss = 0; miss < MAX_MISSES; miss++) {
      if (tried.size() == problem.measured().size()) {
        return Optional.empty();
      }
      Optional<Trial> next = search.ask();
      if (next.isEmpty() || problem.measured().containsKey(next.get().configuration())) {
        return next;
      }
      last = next.get().configuration();
      search.withdraw(next.get());
    }
    return nearest(Objects.requireNonNull(last)).map(search::give);
  }

  private Optional<Configuration> timed(StudySnapshot study) {
    long before = System.nanoTime();
    Optional<Configuration> next = sampler.apply(study);
    nanos += System.nanoTime() - before;
    asked++;
    return next;
  }

  private Optional<Configuration> nearest(Configuration wanted) {
    return problem.measured().keySet().stream()
        .filter(configuration -> !tried.contains(configuration))
        .min(Comparator.comparingLong(configuration -> differences(configuration, wanted)));
  }

  private static long differences(Configuration a, Configuration b) {
    return a.values().entrySet().stream()
        .filter(each -> !each.getValue().equals(b.get(each.getKey())))
        .count();
  }

  private void start(Trial trial, double time) {
    Configuration configuration = trial.configuration();
    tried.add(configuration);
    List<Map<String, Double>> curve = problem.curve(configuration);
    if (stopper.isPresent() && !curve.isEmpty()) {
      ends.add(new End(time + seconds(curve.get(0)), trial, 1));
    } else {
      double duration = problem.measured().get(configuration).get(TabularBenchmark.DURATION);
      ends.add(new End(time + duration, trial, curve.size()));
    }
  }

  private static double seconds(Map<String, Double> epoch) {
    return epoch.getOrDefault(SECONDS, 1.0);
  }

  /** Process the end of a trial or of an epoch of it. */
  private void pass(End end, AskTellOptimizer search) {
    List<Map<String, Double>> curve = problem.curve(end.trial().configuration());
    Trial now = at(end, curve.subList(0, end.epochs()), Trial.State.PENDING);
    if (end.epochs() == curve.size()) {
      search.tell(finish(now.as(Trial.State.COMPLETED)));
      return;
    }
    search.tell(now);
    if (stopper.orElseThrow().reason(search.study(), now).isPresent()) {
      search.tell(finish(now.as(Trial.State.STOPPED)));
    } else {
      double next = end.time() + seconds(curve.get(end.epochs()));
      ends.add(new End(next, end.trial(), end.epochs() + 1));
    }
  }

  private Trial finish(Trial trial) {
    finished.add(trial);
    return trial;
  }

  private Trial at(End end, List<Map<String, Double>> curve, Trial.State state) {
    Configuration configuration = end.trial().configuration();
    boolean whole = curve.size() == problem.curve(configuration).size();
    Map<String, Double> metrics = problem.measured().get(configuration);
    return new Trial(
        end.trial().number(),
        configuration,
        state,
        whole ? metrics : before(metrics, curve.get(curve.size() - 1)),
        curve);
  }

  /**
   * Return the metrics of a run after the epoch {@code last}: accuracies and losses of that epoch,
   * and costs extrapolated to the whole run.
   */
  private static Map<String, Double> before(Map<String, Double> metrics, Map<String, Double> last) {
    Map<String, Double> known = new HashMap<>(metrics);
    for (String name : LEARNT) {
      known.remove(name);
      if (last.containsKey(name)) {
        known.put(name, last.get(name));
      }
    }
    if (known.containsKey(EFFICIENCY) && known.containsKey(ACCURACY)) {
      known.put(EFFICIENCY, metrics.get(EFFICIENCY) * known.get(ACCURACY) / metrics.get(ACCURACY));
    }
    return known;
  }
}
