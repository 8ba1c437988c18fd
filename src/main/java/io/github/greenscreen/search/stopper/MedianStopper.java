package io.github.greenscreen.search.stopper;

import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;

/**
 * The median stopping rule of Google Vizier (Golovin et al., KDD 2017): a run ends if its best
 * value so far is worse than the median of the running averages of the other runs up to the same
 * epoch. Averages tolerate a noisy epoch. Runs that were stopped before that epoch do not count.
 *
 * @param grace epochs that every run gets, from 0
 * @param leastRuns minimum number of other runs at that epoch before any run is stopped, at least 1
 */
public record MedianStopper(int grace, int leastRuns) implements Stopper {
  public MedianStopper {
    if (grace < 0 || leastRuns < 1) {
      throw new IllegalArgumentException(
          "median: grace is %s and min_runs %s; expected at least 0 and 1"
              .formatted(grace, leastRuns));
    }
  }

  @Override
  public Optional<String> reason(StudySnapshot study, Trial running) {
    int epochs = running.curve().size();
    if (epochs <= grace) {
      return Optional.empty();
    }
    Objective objective = study.objectives().get(0);
    double own = StopperCurves.best(StopperCurves.of(running, objective), epochs);
    double[] others =
        StopperCurves.others(study, running).stream()
            .filter(curve -> curve.length >= epochs)
            .mapToDouble(curve -> mean(curve, epochs))
            .filter(Double::isFinite)
            .toArray();
    double median = Median.withDefaults().evaluate(others);
    if (others.length < leastRuns || own <= median) {
      return Optional.empty();
    }
    return Optional.of(
        "median: best %s %s after %s is worse than %s, the median of %s other runs"
            .formatted(
                objective.metric(),
                StopperCurves.spell(own, objective),
                StopperCurves.epochs(epochs),
                StopperCurves.spell(median, objective),
                others.length));
  }

  @Override
  public int firstEpoch() {
    return grace + 1;
  }

  @Override
  public String settings() {
    return "grace %s; at least %s other runs".formatted(StopperCurves.epochs(grace), leastRuns);
  }

  private static double mean(double[] curve, int epochs) {
    return Arrays.stream(curve, 0, epochs).filter(Double::isFinite).average().orElse(Double.NaN);
  }
}
