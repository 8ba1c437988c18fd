package io.github.greenscreen.search;

import java.util.List;

/**
 * The models of all limits of a study together. Immutable.
 *
 * <p>A guarded search takes risks while it can afford them: what a trial promises is weighed with
 * the probability of meeting the limits to the power 1 + 0.3 b, b being the trials that broke one
 * since the first. A filter lets pass what meets the limits with a probability of 0.3 as long as
 * fewer than one in fifteen trials broke one, and 0.6 after that.
 */
final class ConstraintModels {
  private static final double BOLD = Math.log(0.3);
  private static final double CAREFUL = Math.log(0.6);
  private static final double LEARNT = 0.3;
  private static final double AFFORDED = 1.0 / 15;
  private static final double MARGIN = 0.25;

  /** So heavy that what is left out comes last, but the least unlikely of it first. */
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
   * Learn every limit that some trial knows.
   *
   * @param free trials at the beginning that were not chosen by models, and may break limits
   */
  static ConstraintModels of(TrialHistory history, ConstraintHandling caution, int free) {
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

  /** Tell whether nothing is limited. */
  boolean isEmpty() {
    return models.isEmpty();
  }

  /** Return what meeting all limits at {@code places} adds to the logarithm of a promise. */
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

  /** Tell whether nothing speaks against a trial at {@code places}. */
  boolean pass(double[] places) {
    return models.stream()
        .allMatch(
            model ->
                caution == ConstraintHandling.FILTER
                    ? model.expectsLess(places, margin)
                    : model.logProbability(places) >= least);
  }
}
