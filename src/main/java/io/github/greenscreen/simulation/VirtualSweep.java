package io.github.greenscreen.simulation;

import io.github.greenscreen.search.Search;
import io.github.greenscreen.search.Study;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/**
 * One sweep over a table: free workers ask the sampler, a trial ends when its duration has passed
 * on the virtual clock, and only then is its result known. What ends at the same moment is told
 * before anyone asks again. A suggestion that the table lacks is told to the sampler as a failed
 * trial and costs neither time nor one of the trials; after {@value #MOST_MISSES} of them in a row
 * the untried configuration that shares most values with the last one takes its place. Used once.
 */
final class VirtualSweep {
  private static final int MOST_MISSES = 20;
  private static final double NANOS = 1e9;

  private final Problem problem;
  private final Function<Study, Optional<Configuration>> sampler;
  private final long seed;
  private final Set<Configuration> tried = new HashSet<>();
  private final List<Map<String, Double>> finished = new ArrayList<>();
  private final PriorityQueue<End> ends =
      new PriorityQueue<>(
          Comparator.comparingDouble(End::time).thenComparingInt(end -> end.trial().number()));
  private long nanos;
  private int asked;

  /** The moment at which {@code trial} ends. */
  private record End(double time, Trial trial) {}

  VirtualSweep(Problem problem, Function<Study, Optional<Configuration>> sampler, long seed) {
    this.problem = Objects.requireNonNull(problem);
    this.sampler = Objects.requireNonNull(sampler);
    this.seed = seed;
  }

  /** Run up to {@code count} trials on {@code workers}; fewer where the table is exhausted. */
  void play(int count, int workers) {
    Study start =
        new Study(problem.space(), problem.objectives(), problem.limits(), List.of(), seed);
    Search search = new Search(start, this::timed, count);
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
        search.tell(finish(ends.poll().trial()));
      }
    } while (!ends.isEmpty() || (more && search.goesOn()));
  }

  /** Return what was measured in each trial, in the order in which they ended. */
  List<Map<String, Double>> finished() {
    return finished;
  }

  /** Return how many different configurations were tried. */
  int distinct() {
    return tried.size();
  }

  /** Return the mean time, in seconds of the real clock, that the sampler took for an answer. */
  double secondsPerSuggestion() {
    return asked == 0 ? 0 : nanos / NANOS / asked;
  }

  private Optional<Trial> suggest(Search search) {
    Configuration last = null;
    for (int miss = 0; miss < MOST_MISSES; miss++) {
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

  private Optional<Configuration> timed(Study study) {
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
    tried.add(trial.configuration());
    double duration = problem.measured().get(trial.configuration()).get(Problem.DURATION);
    ends.add(new End(time + duration, trial));
  }

  private Trial finish(Trial trial) {
    Map<String, Double> metrics = problem.measured().get(trial.configuration());
    finished.add(metrics);
    return new Trial(
        trial.number(), trial.configuration(), Trial.State.COMPLETED, metrics, List.of());
  }
}
