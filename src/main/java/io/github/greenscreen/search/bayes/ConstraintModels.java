package io.github.greenscreen.search.bayes;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Scalarization;
import io.github.greenscreen.search.TrialHistory;
import java.util.List;

/**
 * The models of all limits of a study. Immutable.
 *
 * <p>A guarded search takes more risk while few trials have violated a limit: the acquisition is
 * multiplied by the probability of meeting the limits to the power 1 + 0.3 b, with b the number of
 * trials chosen by models that violated one. A filter accepts points that meet the limits with a
 * probability of 0.3 while fewer than one in fifteen trials violated one, and of 0.6 after that.
 */
public final class ConstraintModels {
  private static final double BOLD = Math.log(0.3);
  private static final double CAREFUL = Math.log(0.6);
  private static final double LEARNT = 0.3;
  private static final double AFFORDED = 1.0 / 15;
  private static final double MARGIN = 0.25;

  /** Large enough to rank excluded points last, the least unlikely of them first. */
  private static final double PENALTY = 1e6;

  private final List<ConstraintModel> models;
  private final ConstraintHandling caution;
  private final double least;
  private final double margin;
  private final double power;

  private ConstraintModels(
      List<ConstraintModel> models, ConstraintHandling caution, boolean bold, long broken) {
    this.models = models;
    this.caution = caution;
    this.power = 1 + LEARNT * broken;
    this.least = bold ? BOLD : CAREFUL;
    this.margin = bold ? 0 : MARGIN;
  }

  /**
   * Fit a model for every limit whose metric at least one trial has.
   *
   * @param free number of initial trials that were not chosen by models, and may violate limits
   */
  public static ConstraintModels of(TrialHistory history, ConstraintHandling caution, int free) {
    List<Constraint> limits = history.study().limits();
    long broken =
        history.seen().stream()
            .skip(free)
            .filter(one -> Scalarization.excess(limits, one.trial()) > 0)
            .count();
    boolean affords = broken < 1 + AFFORDED * (history.seen().size() - free);
    List<ConstraintModel> models =
        limits.stream()
            .filter(limit -> !history.seen(limit.metric()).isEmpty())
            .map(limit -> ConstraintModel.of(limit, history))
            .toList();
    return new ConstraintModels(models, caution, affords, broken);
  }

  /** Tell whether no limit is modelled. */
  boolean isEmpty() {
    return models.isEmpty();
  }

  /** Return the term for meeting all limits at {@code places}, to add to the log acquisition. */
  double logWeight(double[] places) {
    double sum = 0;
    for (ConstraintModel model : models) {
      double probability = model.logProbability(places);
      sum +=
          switch (caution) {
            case WEIGH -> probability;
            case GUARD -> power * probability;
            case FILTER -> model.expectsLess(places, margin) ? 0 : PENALTY * probability;
          };
    }
    return sum;
  }

  /** Tell whether the models accept a trial at {@code places}. */
  public boolean pass(double[] places) {
    return models.stream()
        .allMatch(
            model ->
                caution == ConstraintHandling.FILTER
                    ? model.expectsLess(places, margin)
                    : model.logProbability(places) >= least);
  }
}
