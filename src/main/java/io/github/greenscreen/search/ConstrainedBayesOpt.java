package io.github.greenscreen.search;

import io.github.greenscreen.search.axis.EncodedConfiguration;
import io.github.greenscreen.search.gp.Acquisition;
import io.github.greenscreen.search.gp.GaussianProcess;
import io.github.greenscreen.space.Configuration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Asks where a Gaussian process expects the greatest improvement over the best trial that met every
 * limit, given what other processes expect of the limits. Where no trial met them, the limits alone
 * decide. Pending trials are believed to end as expected ("kriging believer"), which keeps workers
 * from asking for the same.
 */
final class ConstrainedBayesOpt {
  private static final int PROMISING = 3;
  private static final double DECADE = 10;

  /** Of the spread of what was seen: less than this is no improvement to risk a limit for. */
  private static final double NEGLIGIBLE = 1e-3;

  private final TrialHistory history;
  private final SplittableRandom random;
  private final ConstraintModels limits;
  private final List<TrialHistory.Seen> seen;
  private final double[] losses;
  private final GaussianProcess process;

  /**
   * Learn from {@code history}, which must have seen a trial.
   *
   * @param free trials at the beginning that were not chosen by models
   */
  ConstrainedBayesOpt(TrialHistory history, ConstraintHandling caution, int free) {
    StudySnapshot study = history.study();
    this.history = history;
    this.random = TrialRandom.of(study.seed(), study.nextNumber());
    this.limits = ConstraintModels.of(history, caution, free);
    this.seen = history.seen();
    double[] plain = Scalarization.of(study, seen, random);
    SurrogateFitter learner = new SurrogateFitter(history);
    GaussianProcess ofPlain = learner.fit(seen, plain);
    double[] logs = Arrays.stream(plain).map(Math::log).toArray();
    boolean wide = study.objectives().size() == 1 && spansDecade(plain);
    Optional<GaussianProcess> ofLogs =
        wide ? Optional.of(learner.fit(seen, logs)) : Optional.empty();
    // Densities of logarithms and of plain values differ by the derivative of the logarithm.
    boolean better =
        ofLogs.isPresent()
            && ofLogs.get().evidence() - Arrays.stream(logs).sum() > ofPlain.evidence();
    this.losses = better ? logs : plain;
    this.process = learner.believe(better ? ofLogs.get() : ofPlain);
  }

  private static boolean spansDecade(double[] values) {
    double least = Arrays.stream(values).min().orElse(0);
    return least > 0 && Arrays.stream(values).max().orElse(0) / least >= DECADE;
  }

  /** Return the best configuration to try, empty where the space is exhausted. */
  Optional<Configuration> next() {
    double best = best();
    AcquisitionMaximizer climb =
        new AcquisitionMaximizer(
            new CandidateGenerator(history, random), point -> score(best, point));
    return history.suggest(climb.best(promising()));
  }

  private double score(double best, EncodedConfiguration point) {
    double[] places = history.layout().places(point);
    double promise = Double.isFinite(best) ? promise(best, places) : 0;
    return promise + limits.logWeight(places);
  }

  private double promise(double best, double[] places) {
    double promise = Acquisition.logExpectedImprovement(process.predict(places), best);
    return limits.isEmpty() ? promise : Math.log(Math.exp(promise) + NEGLIGIBLE * process.spread());
  }

  /** Return the smallest loss of a trial that broke no limit, infinity where there is none. */
  private double best() {
    return IntStream.range(0, losses.length)
        .filter(i -> Scalarization.excess(history.study().limits(), seen.get(i).trial()) == 0)
        .mapToDouble(i -> losses[i])
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private List<EncodedConfiguration> promising() {
    double[] ranked = Scalarization.behindLimits(history.study().limits(), seen, losses);
    return IntStream.range(0, ranked.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> ranked[i]))
        .limit(PROMISING)
        .map(i -> seen.get(i).point())
        .toList();
  }
}
