package io.github.greenscreen.search.pareto;

import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.Scalarization;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.TrialHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sorts points of several objectives as NSGA-II does (Deb and others 2002): by non-dominated front,
 * then by crowding distance, the largest first. A point with smaller constraint violation dominates
 * one with larger. Not thread-safe.
 */
public final class NonDominatedSorting {
  private final List<double[]> points;
  private final double[] excess;

  /**
   * Sort {@code points}; smaller is better in every objective.
   *
   * @param excess constraint violation of each point, 0 if it is feasible
   */
  public NonDominatedSorting(List<double[]> points, double[] excess) {
    this.points = points;
    this.excess = excess;
  }

  /** Sort the finished trials of {@code history}. */
  public static NonDominatedSorting of(TrialHistory history) {
    StudySnapshot study = history.study();
    List<double[]> losses =
        history.seen().stream().map(one -> losses(study.objectives(), one.trial())).toList();
    double[] excess =
        history.seen().stream()
            .mapToDouble(one -> Scalarization.excess(study.limits(), one.trial()))
            .toArray();
    return new NonDominatedSorting(losses, excess);
  }

  private static double[] losses(List<Objective> objectives, Trial trial) {
    return objectives.stream()
        .mapToDouble(o -> o.goal().toMinimize(trial.metric(o.metric()).orElseThrow()))
        .toArray();
  }

  /** Return the indices of the points that no other dominates, from 0, in their order. */
  public List<Integer> front() {
    return front(IntStream.range(0, points.size()).boxed().toList());
  }

  private List<Integer> front(List<Integer> among) {
    return among.stream().filter(i -> among.stream().noneMatch(j -> dominates(j, i))).toList();
  }

  /** Return the indices of the best {@code count} points, from 0, best first. */
  public List<Integer> best(int count) {
    List<Integer> result = new ArrayList<>();
    List<Integer> rest = new ArrayList<>(IntStream.range(0, points.size()).boxed().toList());
    while (result.size() < count && !rest.isEmpty()) {
      List<Integer> front = front(List.copyOf(rest));
      rest.removeAll(front);
      result.addAll(byRoom(front));
    }
    return result.subList(0, Math.min(count, result.size()));
  }

  private boolean dominates(int i, int j) {
    if (excess[i] > 0 || excess[j] > 0) {
      return excess[i] < excess[j];
    }
    return ParetoFront.dominates(points.get(i), points.get(j));
  }

  private List<Integer> byRoom(List<Integer> front) {
    double[] distances = new double[points.size()];
    for (int objective = 0; objective < points.get(front.get(0)).length; objective++) {
      addCrowdingDistance(front, objective, distances);
    }
    return front.stream()
        .sorted(Comparator.comparingDouble((Integer i) -> distances[i]).reversed())
        .toList();
  }

  /** Add the distance between the neighbours of each point, infinite at both ends. */
  private void addCrowdingDistance(List<Integer> front, int objective, double[] distances) {
    int[] order =
        front.stream()
            .sorted(Comparator.comparingDouble(i -> points.get(i)[objective]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = Arrays.stream(order).mapToDouble(i -> points.get(i)[objective]).toArray();
    int last = values.length - 1;
    distances[order[0]] = Double.POSITIVE_INFINITY;
    distances[order[last]] = Double.POSITIVE_INFINITY;
    double span = values[last] - values[0];
    for (int i = 1; i < last && span > 0; i++) {
      distances[order[i]] += (values[i + 1] - values[i - 1]) / span;
    }
  }
}
