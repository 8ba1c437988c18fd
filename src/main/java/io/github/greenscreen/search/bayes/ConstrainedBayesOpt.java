package io.github.greenscreen.search.bayes;

import io.github.greenscreen.search.Scalarization;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.TrialHistory;
import io.github.greenscreen.search.TrialRandom;
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
 * Constrained Bayesian optimisation: proposes the configuration with the greatest expected
 * improvement over the best feasible trial, weighted by models of the limits. If no trial was
 * feasible, the limits alone decide. Pending trials are assumed to end as predicted ("kriging
 * believer"), so that parallel workers get different proposals.
 */
public final class ConstrainedBayesOpt {
  private static final int PROMISING = 3;
  private static final double DECADE = 10;

  /**
   * Share of the spread of the observations; smaller improvements are not worth violating a limit.
   */
  private static final double NEGLIGIBLE = 1e-3;

  private final TrialHistory history;
  private final SplittableRandom random;
  private final ConstraintModels limits;
  private final List<TrialHistory.Seen> seen;
  private final double[] losses;
  private final GaussianProcess process;

  /**
   * Fit the models to {@code history}, which must contain a finished trial.
   *
   * @param free number of initial trials that were not chosen by models
   */
  public ConstrainedBayesOpt(TrialHistory history, ConstraintHandling caution, int free) {
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
    // The densities of logarithms and of plain values differ by the derivative of the logarithm.
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

  /** Return the best configuration to try, or empty if the space is exhausted. */
  public Optional<Configuration> next() {
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

  /** Return the smallest loss of a feasible trial, or infinity if there is none. */
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
