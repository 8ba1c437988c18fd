package io.github.greenscreen.search;

import io.github.greenscreen.search.axis.Point;
import io.github.greenscreen.search.gp.Acquisition;
import io.github.greenscreen.search.gp.GaussianProcess;
import io.github.greenscreen.space.Configuration;
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
final class ModelSearch {
  private static final int PROMISING = 3;

  private final History history;
  private final SplittableRandom random;
  private final LimitModels limits;
  private final List<History.Seen> seen;
  private final double[] losses;

  /**
   * Learn from {@code history}, which must have seen a trial.
   *
   * @param free trials at the beginning that were not chosen by models
   */
  ModelSearch(History history, Caution caution, int free) {
    Study study = history.study();
    this.history = history;
    this.random = Streams.of(study.seed(), study.nextNumber());
    this.limits = LimitModels.of(history, caution, free);
    this.seen = history.seen();
    this.losses = Losses.of(study, seen, random);
  }

  /** Return the best configuration to try, empty where the space is exhausted. */
  Optional<Configuration> next() {
    Learner learner = new Learner(history);
    GaussianProcess process = learner.believe(learner.fit(seen, losses));
    double best = best();
    Climb climb =
        new Climb(new Neighbourhood(history, random), point -> score(process, best, point));
    return history.suggest(climb.best(promising()));
  }

  private double score(GaussianProcess process, double best, Point point) {
    double[] places = history.layout().places(point);
    double promise =
        Double.isFinite(best)
            ? Acquisition.logExpectedImprovement(process.predict(places), best)
            : 0;
    return promise + limits.logWeight(places);
  }

  /** Return the smallest loss of a trial that broke no limit, infinity where there is none. */
  private double best() {
    return IntStream.range(0, losses.length)
        .filter(i -> Losses.excess(history.study().limits(), seen.get(i).trial()) == 0)
        .mapToDouble(i -> losses[i])
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private List<Point> promising() {
    double[] ranked = Losses.behindLimits(history.study().limits(), seen, losses);
    return IntStream.range(0, ranked.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> ranked[i]))
        .limit(PROMISING)
        .map(i -> seen.get(i).point())
        .toList();
  }
}
