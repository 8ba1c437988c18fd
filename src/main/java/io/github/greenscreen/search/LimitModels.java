package io.github.greenscreen.search;

import java.util.List;

/**
 * The models of all limits of a study together. Immutable.
 *
 * <p>A guarded search takes small risks while it can afford them: trials that meet the limits with
 * a probability of 0.3 are let pass as long as fewer than one in fifteen trials broke one since the
 * first, and only those with 0.6 after that.
 */
final class LimitModels {
  private static final double BOLD = Math.log(0.3);
  private static final double CAREFUL = Math.log(0.6);
  private static final double AFFORDED = 1.0 / 15;
  private static final double MARGIN = 0.25;

  /** So heavy that what is left out comes last, but the least unlikely of it first. */
  private static final double PENALTY = 1e6;

  private final List<LimitModel> models;
  private final Caution caution;
  private final double least;
  private final double margin;

  private LimitModels(List<LimitModel> models, Caution caution, boolean bold) {
    this.models = models;
    this.caution = caution;
    this.least = bold ? BOLD : CAREFUL;
    this.margin = bold ? 0 : MARGIN;
  }

  /**
   * Learn every limit that some trial knows.
   *
   * @param free trials at the beginning that were not chosen by models, and may break limits
   */
  static LimitModels of(History history, Caution caution, int free) {
    List<Limit> limits = history.study().limits();
    long broken =
        history.seen().stream()
            .skip(free)
            .filter(one -> Losses.excess(limits, one.trial()) > 0)
            .count();
    boolean affords = broken < 1 + AFFORDED * (history.seen().size() - free);
    List<LimitModel> models =
        limits.stream()
            .filter(limit -> !history.seen(limit.metric()).isEmpty())
            .map(limit -> LimitModel.of(limit, history))
            .toList();
    return new LimitModels(models, caution, affords);
  }

  /** Return what meeting all limits at {@code places} adds to the logarithm of a promise. */
  double logWeight(double[] places) {
    double sum = 0;
    for (LimitModel model : models) {
      double probability = model.logProbability(places);
      sum +=
          switch (caution) {
            case WEIGH -> probability;
            case GUARD -> probability < least ? PENALTY * probability : probability;
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
                caution == Caution.FILTER
                    ? model.expectsLess(places, margin)
                    : model.logProbability(places) >= least);
  }
}
