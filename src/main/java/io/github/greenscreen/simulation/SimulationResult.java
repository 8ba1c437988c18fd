package io.github.greenscreen.simulation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a sampler found in a table, over all seeds.
 *
 * @param trials how many trials each sweep was allowed
 * @param seeds how many sweeps there were
 * @param configurations how many configurations the table has
 * @param found in how many sweeps a trial met every limit; only these are in the figures below
 * @param best the best value of the first objective among the trials that met every limit
 * @param bestAfter the same after so many trials
 * @param distinct different configurations of a sweep, mean
 * @param violations trials of a sweep that broke a limit, mean
 * @param secondsPerSuggestion real time of one answer of the sampler, mean; this alone differs from
 *     one call to the next
 * @param front what several objectives together came to; empty for one
 * @param stops what a stopper did; empty where there was none
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
   * What a stopper did.
   *
   * @param trials trials of a sweep that were stopped, mean
   * @param saved share of the energy, or time, of all epochs of the trials that this saved, mean
   * @param energy whether the share is one of energy; of time where some run has no energy
   */
  public record Stops(double trials, double saved, boolean energy) {}

  /**
   * Several objectives. Volumes are shares of the box between the best and the worst value of each
   * objective among the configurations of the table that meet every limit.
   *
   * @param objectives names of the objectives
   * @param size points on the Pareto front of a sweep
   * @param volume hypervolume of a sweep
   * @param volumeAfter the same after so many trials
   * @param reachable hypervolume of the whole table, the most a sweep can reach
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
