package io.github.greenscreen.search.sampler;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.TrialHistory;
import io.github.greenscreen.search.bayes.ConstrainedBayesOpt;
import io.github.greenscreen.search.bayes.ConstraintHandling;
import io.github.greenscreen.space.Configuration;
import java.util.Optional;

/**
 * Bayesian optimisation with a Gaussian process over all trials so far. The acquisition function is
 * the expected improvement (Jones, Schonlau and Welch 1998) times the probability that every limit
 * is met (Gardner and others 2014). The first ten trials are random.
 */
@Immutable
public final class BayesSampler implements Sampler {
  private static final int FIRST_RANDOM = 10;

  @Override
  public Optional<Configuration> next(StudySnapshot study) {
    TrialHistory history = new TrialHistory(study);
    return history.seen().size() < FIRST_RANDOM
        ? new RandomSampler().next(study)
        : new ConstrainedBayesOpt(history, ConstraintHandling.WEIGH, FIRST_RANDOM).next();
  }
}
