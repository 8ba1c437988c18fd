package io.github.greenscreen.analysis.replay;

import io.github.greenscreen.analysis.metrics.Cost;
import java.util.List;
import java.util.Objects;

/**
 * The effect that an early stopper would have had on finished runs.
 *
 * @param cost cost that is saved: energy, or time if no run has energy
 * @param runs number of replayed runs
 * @param stops runs that would have been stopped, by name
 * @param saved share of the total cost that would have been saved, 0 to 1; NaN if nothing was
 *     measured
 * @param best name of the run with the highest validation accuracy in its last epoch; an empty
 *     string if there is none
 * @param bestKept whether that run would have completed
 * @param good names of the runs that reached the required accuracy
 * @param lost names of those good runs that would have been stopped
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
   * @param run name of the run
   * @param epochs epochs that it would have trained
   * @param reason reason given by the early stopper
   */
  public record Stop(String run, int epochs, String reason) {}
}
