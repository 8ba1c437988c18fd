package io.github.greenscreen.search.sampler;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.TrialHistory;
import io.github.greenscreen.search.TrialRandom;
import io.github.greenscreen.search.axis.EncodedConfiguration;
import io.github.greenscreen.search.bayes.ConstrainedBayesOpt;
import io.github.greenscreen.search.bayes.ConstraintHandling;
import io.github.greenscreen.search.bayes.ConstraintModels;
import io.github.greenscreen.space.Configuration;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Constrained search under limits on power, energy, memory or time (HyperPower: Stamoulis and
 * others, DATE 2018). Models of the limited metrics, fitted to the trials so far, avoid
 * configurations that would violate a limit. The acquisition is the expected improvement times an
 * indicator or the probability that every limit is met; the same models can filter a random search.
 * The models are Gaussian processes, which also fit nonlinear responses that the paper's linear
 * models would miss. Only the first four trials are not modelled. Predictions can be wrong: limits
 * may still be violated.
 */
@Immutable
public final class HyperPowerSampler implements Sampler {
  private static final int FIRST_RANDOM = 4;
  private static final int DRAWS = 500;

  private final ConstraintHandling caution;
  private final boolean improving;

  private HyperPowerSampler(ConstraintHandling caution, boolean improving) {
    this.caution = caution;
    this.improving = improving;
  }

  /** Return the paper's HW-CWEI: improvement times the probability that every limit is met. */
  public static HyperPowerSampler byProbability() {
    return new HyperPowerSampler(ConstraintHandling.GUARD, true);
  }

  /** Return the paper's HW-IECI: improvement among points predicted to meet every limit. */
  public static HyperPowerSampler byIndicator() {
    return new HyperPowerSampler(ConstraintHandling.FILTER, true);
  }

  /** Return random search among configurations predicted to meet every limit. */
  public static HyperPowerSampler filteringRandom() {
    return new HyperPowerSampler(ConstraintHandling.GUARD, false);
  }

  @Override
  public Optional<Configuration> next(StudySnapshot study) {
    TrialHistory history = new TrialHistory(study);
    boolean modelled =
        study.limits().stream()
            .allMatch(limit -> history.seen(limit.metric()).size() >= FIRST_RANDOM);
    if (!modelled) {
      return new RandomSampler().next(study);
    }
    return improving && history.seen().size() >= FIRST_RANDOM
        ? new ConstrainedBayesOpt(history, caution, FIRST_RANDOM).next()
        : filtered(history);
  }

  /** Draw until the models accept a configuration; if they accept none, return a random one. */
  private Optional<Configuration> filtered(TrialHistory history) {
    ConstraintModels limits = ConstraintModels.of(history, caution, FIRST_RANDOM);
    SplittableRandom random = TrialRandom.of(history.study().seed(), history.study().nextNumber());
    for (int i = 0; i < DRAWS; i++) {
      Optional<EncodedConfiguration> point = history.free(history.layout().draw(random));
      if (point.filter(p -> limits.pass(history.layout().places(p))).isPresent()) {
        return history.suggest(point);
      }
    }
    return history.suggest(Optional.empty());
  }
}
