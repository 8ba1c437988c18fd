package io.github.greenscreen.search.stopper;

import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Asynchronous successive halving (Li et al., "A System for Massively Parallel Hyperparameter
 * Tuning", 2020) in the variant that stops runs instead of pausing them. At each rung, a run
 * continues only if its best value so far is among the best ⌊n ÷ eta⌋, at least one, of the n runs
 * that have reached that rung so far, itself included. Ties pass together. The first run at a rung
 * therefore always passes.
 *
 * @param rungs epochs from 1, ascending, at least one
 * @param eta reduction factor, at least 2
 */
public record AshaStopper(List<Integer> rungs, int eta) implements Stopper {
  public AshaStopper {
    rungs = List.copyOf(rungs);
    if (rungs.isEmpty()) {
      throw new IllegalArgumentException("asha has no rung; expected epochs such as 3/9/27");
    }
    if (eta < 2) {
      throw new IllegalArgumentException(
          "asha: eta is " + eta + "; expected a whole number above 1 such as 3");
    }
  }

  @Override
  public Optional<String> reason(StudySnapshot study, Trial running) {
    int epochs = running.curve().size();
    if (!rungs.contains(epochs)) {
      return Optional.empty();
    }
    Objective objective = study.objectives().get(0);
    double own = StopperCurves.best(StopperCurves.of(running, objective), epochs);
    double[] others =
        StopperCurves.others(study, running).stream()
            .filter(curve -> curve.length >= epochs)
            .mapToDouble(curve -> StopperCurves.best(curve, epochs))
            .toArray();
    int runs = others.length + 1;
    int kept = Math.max(1, runs / eta);
    long better = DoubleStream.of(others).filter(other -> other < own).count();
    return better < kept
        ? Optional.empty()
        : Optional.of(
            "asha: %s %s after %s has rank %s of %s runs; only the best %s continue"
                .formatted(
                    objective.metric(),
                    StopperCurves.spell(own, objective),
                    StopperCurves.epochs(epochs),
                    better + 1,
                    runs,
                    kept));
  }

  @Override
  public int firstEpoch() {
    return rungs.get(0);
  }

  @Override
  public String settings() {
    return "rungs %s; eta %s"
        .formatted(rungs.stream().map(String::valueOf).collect(Collectors.joining(", ")), eta);
  }
}
