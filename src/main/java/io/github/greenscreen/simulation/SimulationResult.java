package io.github.greenscreen.simulation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The results of a sampler on a table, over all seeds.
 *
 * @param trials maximum number of trials of each sweep
 * @param seeds number of sweeps
 * @param configurations number of configurations in the table
 * @param found number of sweeps with a feasible trial; only these are in the figures below
 * @param best best value of the first objective among the feasible trials
 * @param bestAfter the same by number of trials
 * @param distinct distinct configurations per sweep, mean
 * @param violations trials per sweep that violated a limit, mean
 * @param secondsPerSuggestion real time per suggestion of the sampler, mean; only this differs
 *     between two calls
 * @param front results for several objectives together; empty for one
 * @param stops effects of the stopper; empty if there was none
 */
public record SimulationResult(
    int trials,
    int seeds,
    int configurations,
    int found,
    QuartileSummary best,
    Map<Integer, QuartileSummary> bestAfter,
    double distinct,
    double violations,
    double secondsPerSuggestion,
    Optional<Front> front,
    Optional<Stops> stops) {
  public SimulationResult {
    Objects.requireNonNull(best);
    bestAfter = new TreeMap<>(bestAfter);
    Objects.requireNonNull(front);
    Objects.requireNonNull(stops);
  }

  /**
   * The effects of a stopper.
   *
   * @param trials stopped trials per sweep, mean
   * @param saved share of the energy, or time, of all epochs of the trials that was saved, mean
   * @param energy whether the share is one of energy; it is one of time if any run lacks energy
   */
  public record Stops(double trials, double saved, boolean energy) {}

  /**
   * Results for several objectives. Volumes are shares of the box between the best and the worst
   * value of each objective among the feasible configurations of the table.
   *
   * @param objectives names of the objectives
   * @param size number of points on the Pareto front of a sweep
   * @param volume hypervolume of a sweep
   * @param volumeAfter the same by number of trials
   * @param reachable hypervolume of the whole table, the maximum for a sweep
   */
  public record Front(
      List<String> objectives,
      QuartileSummary size,
      QuartileSummary volume,
      Map<Integer, QuartileSummary> volumeAfter,
      double reachable) {
    public Front {
      objectives = List.copyOf(objectives);
      volumeAfter = new TreeMap<>(volumeAfter);
    }
  }
}
