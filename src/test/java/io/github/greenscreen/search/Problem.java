package io.github.greenscreen.search;

import io.github.greenscreen.search.sampler.Sampler;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A function to be minimised by trials that end at once.
 *
 * @param space what may be tried
 * @param limits on what {@code measure} gives
 * @param measure what a trial gives, {@code loss} among it
 */
public record Problem(
    SearchSpace space,
    List<Constraint> limits,
    Function<Configuration, Map<String, Double>> measure) {

  /** Return a study after {@code trials} trials chosen by {@code sampler}. */
  public StudySnapshot run(Sampler sampler, int trials, long seed) {
    StudySnapshot study = start(seed);
    for (int i = 0; i < trials; i++) {
      study = ended(study, sampler.next(study).orElseThrow());
    }
    return study;
  }

  /** Return a study without trials. */
  StudySnapshot start(long seed) {
    return new StudySnapshot(
        space, List.of(Objective.of("loss", Direction.MINIMIZE)), limits, List.of(), seed);
  }

  /** Return {@code study} with one more trial, completed. */
  StudySnapshot ended(StudySnapshot study, Configuration configuration) {
    List<Trial> trials = new ArrayList<>(study.trials());
    Map<String, Double> metrics = measure.apply(configuration);
    trials.add(
        new Trial(study.nextNumber(), configuration, Trial.State.COMPLETED, metrics, List.of()));
    return new StudySnapshot(space, study.objectives(), limits, trials, study.seed());
  }

  /** Return the smallest loss of a trial that met every limit. */
  double best(StudySnapshot study) {
    return study.trials().stream()
        .filter(trial -> Scalarization.excess(limits, trial) == 0)
        .mapToDouble(trial -> trial.metric("loss").orElseThrow())
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Return the mean over {@code seeds} seeds of the best loss after {@code trials} trials. */
  double meanBest(Sampler sampler, int trials, int seeds) {
    double sum = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      sum += best(run(sampler, trials, seed));
    }
    return sum / seeds;
  }
}
