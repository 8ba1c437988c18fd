package io.github.greenscreen.search;

import io.github.greenscreen.search.gp.Acquisition;
import io.github.greenscreen.search.gp.GaussianProcess;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the trials so far tell of a metric that has a limit. Immutable. */
final class LimitModel {
  private final Limit limit;
  private final GaussianProcess process;
  private final double residual;
  private final List<Trial> trials;
  private final double[] observed;
  private final double[] residuals;

  private LimitModel(
      Limit limit,
      GaussianProcess fitted,
      GaussianProcess process,
      List<Trial> trials,
      double[] observed) {
    this.limit = limit;
    this.process = process;
    this.trials = trials;
    this.observed = observed;
    this.residuals = fitted.leaveOneOutResiduals();
    this.residual = Math.sqrt(Arrays.stream(residuals).map(r -> r * r).average().orElse(0));
  }

  /** Learn the metric of {@code limit} from {@code history}, in which some trial must know it. */
  static LimitModel of(Limit limit, History history) {
    List<History.Seen> seen = history.seen(limit.metric());
    double[] observed =
        seen.stream()
            .mapToDouble(one -> one.trial().metric(limit.metric()).orElseThrow())
            .toArray();
    Learner learner = new Learner(history);
    GaussianProcess fitted = learner.fit(seen, observed);
    List<Trial> trials = seen.stream().map(History.Seen::trial).toList();
    return new LimitModel(limit, fitted, learner.believe(fitted), trials, observed);
  }

  /** Return the logarithm of the probability that the limit is met at {@code places}. */
  double logProbability(double[] places) {
    return Acquisition.logProbabilityBelow(process.predict(places), limit.most());
  }

  /** Tell whether the limit is expected to be met, with a margin of {@code margin} residuals. */
  boolean expectsLess(double[] places, double margin) {
    return process.predict(places).mean() + margin * residual <= limit.most();
  }

  /** Return how well the model foretells what it has not seen. */
  LimitForecast forecast() {
    double mean = Arrays.stream(observed).average().orElse(Double.NaN);
    double sum = Arrays.stream(observed).map(v -> (v - mean) * (v - mean)).sum();
    double spread = Math.sqrt(sum / observed.length);
    return new LimitForecast(limit, observed.length, residual, spread, foretold());
  }

  private List<LimitForecast.Foretold> foretold() {
    return IntStream.range(0, observed.length)
        .filter(i -> trials.get(i).state() != Trial.State.PROFILED)
        .mapToObj(
            i ->
                new LimitForecast.Foretold(
                    trials.get(i).number(), observed[i] - residuals[i], observed[i]))
        .toList();
  }
}
