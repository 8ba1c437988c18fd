package io.github.greenscreen.search.sampler;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.search.Scalarization;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.TrialHistory;
import io.github.greenscreen.search.TrialRandom;
import io.github.greenscreen.search.axis.EncodedConfiguration;
import io.github.greenscreen.search.pareto.NonDominatedSorting;
import io.github.greenscreen.search.parzen.ParzenEstimator;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The tree-structured Parzen estimator (Bergstra and others 2011), multivariate: it fits one
 * density to the good trials and one to all others, draws candidates from the first, and proposes
 * the one with the highest ratio of the two.
 *
 * <p>The settings follow Watanabe (2023), "Tree-Structured Parzen Estimator: Understanding Its
 * Algorithm Components and Their Roles for Better Empirical Performance": the best tenth is good,
 * at most 25; good trials are weighted by their improvement over the first that is not; both
 * densities include a prior; bandwidths shrink as n^(−1/(d+4)) but never below 1/(n+1). Pending
 * trials count as not good, so that workers do not crowd. The first trials are random.
 */
@Immutable
public final class TpeSampler implements Sampler {
  private static final int FIRST_RANDOM = 10;
  private static final double GOOD = 0.1;
  private static final int MAX_GOOD = 25;
  private static final int MAX_OTHER = 256;
  private static final int DRAWS = 64;
  private static final int MAX_DRAWS = 20 * DRAWS;
  private static final double WIDTH = 0.2;
  private static final double MIN_WIDTH = 0.01;

  /** Share of a kernel of a good trial that is spread over all categories, so none is excluded. */
  private static final double GOOD_SPREAD = 0.3;

  /** The same for the other trials: smaller, so that rarely tried categories stand out. */
  private static final double OTHER_SPREAD = 0.1;

  @Override
  public Optional<Configuration> next(StudySnapshot study) {
    TrialHistory history = new TrialHistory(study);
    if (history.seen().size() < FIRST_RANDOM) {
      return new RandomSampler().next(study);
    }
    SplittableRandom random = TrialRandom.of(study.seed(), study.nextNumber());
    int good = Math.min(MAX_GOOD, (int) Math.ceil(GOOD * history.seen().size()));
    double[] losses =
        study.objectives().size() > 1
            ? ranks(history, good)
            : Scalarization.behindLimits(
                study.limits(), history.seen(), Scalarization.of(study, history.seen(), random));
    return history.suggest(best(history, losses, good, random));
  }

  /** Rank the good trials from the best, front by front; all others share the last rank. */
  private static double[] ranks(TrialHistory history, int good) {
    double[] ranks = new double[history.seen().size()];
    Arrays.fill(ranks, good);
    List<Integer> best = NonDominatedSorting.of(history).best(good);
    for (int rank = 0; rank < best.size(); rank++) {
      ranks[best.get(rank)] = rank;
    }
    return ranks;
  }

  private static Optional<EncodedConfiguration> best(
      TrialHistory history, double[] losses, int count, SplittableRandom random) {
    int[] order =
        IntStream.range(0, losses.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> losses[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    ParzenEstimator good = good(history, losses, Arrays.copyOf(order, count + 1));
    ParzenEstimator other = other(history, Arrays.copyOfRange(order, count, order.length));
    Map<EncodedConfiguration, Double> ratios = new LinkedHashMap<>();
    for (EncodedConfiguration point : drawn(history, good, random)) {
      ratios.put(point, good.density(point) / other.density(point));
    }
    return ratios.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** Draw distinct untried points; draw more if all were taken. */
  private static Set<EncodedConfiguration> drawn(
      TrialHistory history, ParzenEstimator good, SplittableRandom random) {
    Set<EncodedConfiguration> result = new LinkedHashSet<>();
    for (int i = 0; i < DRAWS || (result.isEmpty() && i < MAX_DRAWS); i++) {
      history.free(good.draw(random)).ifPresent(result::add);
    }
    return result;
  }

  /**
   * Fit the good trials. The last of {@code order} is the first trial that is not good, whose loss
   * is the reference of the weights.
   */
  private static ParzenEstimator good(TrialHistory history, double[] losses, int[] order) {
    int count = order.length - 1;
    double[] weights = new double[order.length];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      weights[i] = Math.max(losses[order[count]] - losses[order[i]], Double.MIN_NORMAL);
      sum += weights[i];
    }
    for (int i = 0; i < count; i++) {
      weights[i] *= count / sum;
    }
    weights[count] = 1;
    return parzen(history, points(history, Arrays.copyOf(order, count)), weights, GOOD_SPREAD);
  }

  private static ParzenEstimator other(TrialHistory history, int[] order) {
    List<EncodedConfiguration> points = points(history, thinned(order));
    points.addAll(history.pending());
    double[] weights = new double[points.size() + 1];
    Arrays.fill(weights, 1);
    return parzen(history, points, weights, OTHER_SPREAD);
  }

  /** Return every k-th trial, from best to worst, if there are too many. */
  private static int[] thinned(int[] order) {
    int step = (order.length + MAX_OTHER - 1) / MAX_OTHER;
    return IntStream.range(0, (order.length + step - 1) / step).map(i -> order[i * step]).toArray();
  }

  private static List<EncodedConfiguration> points(TrialHistory history, int[] order) {
    List<EncodedConfiguration> result = new ArrayList<>();
    Arrays.stream(order).forEach(i -> result.add(history.seen().get(i).point()));
    return result;
  }

  private static ParzenEstimator parzen(
      TrialHistory history, List<EncodedConfiguration> points, double[] weights, double spread) {
    int bumps = points.size() + 1;
    int axes = history.layout().axes().size();
    double width = WIDTH * Math.pow(bumps, -1.0 / (axes + 4));
    double least = Math.max(MIN_WIDTH, 1.0 / (bumps + 1));
    return new ParzenEstimator(
        history.layout().axes(), points, weights, Math.max(width, least), spread);
  }
}
