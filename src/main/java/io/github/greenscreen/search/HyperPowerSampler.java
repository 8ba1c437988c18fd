package io.github.greenscreen.search;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.search.axis.EncodedConfiguration;
import io.github.greenscreen.space.Configuration;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Search under limits of power, energy, memory or time (HyperPower: Stamoulis and others, DATE
 * 2018): models of the limited metrics, learnt from the trials so far, keep it from trying what
 * would break a limit. The acquisition is the expected improvement times an indicator or a
 * probability of meeting every limit; the same models may also filter a random search. The models
 * are Gaussian processes, which follow the bends that the linear ones of the paper would miss. Only
 * the first four trials are not modelled. Models err: that a limit is never broken is not promised.
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

  /** Return the paper's HW-CWEI: improvement times the probability of meeting every limit. */
  public static HyperPowerSampler byProbability() {
    return new HyperPowerSampler(ConstraintHandling.GUARD, true);
  }

  /** Return the paper's HW-IECI: improvement where every limit is expected to be met. */
  public static HyperPowerSampler byIndicator() {
    return new HyperPowerSampler(ConstraintHandling.FILTER, true);
  }

  /** Return random search among what is expected to meet every limit. */
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

  /** Draw until the models let one pass, whatever comes where they let none pass. */
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
