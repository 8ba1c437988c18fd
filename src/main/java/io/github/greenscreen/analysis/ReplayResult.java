package io.github.greenscreen.analysis;

import java.util.List;
import java.util.Objects;

/**
 * What a stopper would have done to finished runs.
 *
 * @param cost what is saved: energy, or time where no run has energy
 * @param runs how many runs were replayed
 * @param stops the runs it would have stopped, by name
 * @param saved share of the cost of all runs that would not have been spent, 0 to 1; NaN where
 *     nothing was measured
 * @param best name of the run with the highest validation accuracy in its last epoch; empty where
 *     there is none
 * @param bestKept whether that run would have gone to its end
 * @param good names of the runs that reached the accuracy asked about
 * @param lost those of them that would have been stopped
 */
public record ReplayResult(
    Cost cost,
    int runs,
    List<Stop> stops,
    double saved,
    String best,
    boolean bestKept,
    List<String> good,
    List<String> lost) {
  public ReplayResult {
    Objects.requireNonNull(cost);
    stops = List.copyOf(stops);
    good = List.copyOf(good);
    lost = List.copyOf(lost);
  }

  /**
   * A run that would have been stopped.
   *
   * @param run its name
   * @param epochs epochs it would have trained
   * @param reason why, as the stopper says it
   */
  public record Stop(String run, int epochs, String reason) {}
}
