package io.github.greenscreen.analysis.importance;

import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Computes parameter importance by PED-ANOVA (Watanabe, Bansal and Hutter, "PED-ANOVA: Efficiently
 * Quantifying Hyperparameter Importance in Arbitrary Subspaces", IJCAI 2023): the best tenth of the
 * runs, at least five, is compared with all runs, parameter by parameter. With the density p of the
 * values among the best and q among all, the importance of a parameter is the Pearson divergence Σ
 * q(v) (p(v) ÷ q(v) − 1)², as a share of the sum over all parameters. Densities are counts with a
 * uniform prior that weighs as much as one run. Numbers with more than ten distinct values are
 * grouped into ten bins of equally many runs.
 *
 * <p>With few runs, any parameter may look important. The p-value is therefore the probability that
 * as many runs drawn at random look at least as important (1,000 draws with a fixed seed; never
 * below 1 ÷ 1,001).
 */
final class PedAnova {
  /** Minimum number of runs for a result. */
  static final int MIN_RUNS = 10;

  private static final double QUANTILE = 0.1;
  private static final int MIN_TOP = 5;
  private static final int DRAWS = 1000;
  private static final long SEED = 22;
  private static final double PRIOR = 1;

  private final List<BinnedParameter> parameters;
  private final double[] loss;
  private final int top;

  private PedAnova(List<BinnedParameter> parameters, double[] loss) {
    this.parameters = parameters;
    this.loss = loss;
    this.top = Math.max(MIN_TOP, (int) Math.ceil(QUANTILE * loss.length));
  }

  /**
   * Compute the importance of parameters {@code names} over {@code runs}.
   *
   * @param metric name of the metric in the result
   * @param values one finite number per run
   * @param highest whether high values are good
   * @return importance without shares if no parameter varies, all values are equal or there are too
   *     few runs
   */
  static Importance of(
      String metric,
      List<String> names,
      List<Configuration> runs,
      double[] values,
      boolean highest) {
    return of(
        metric,
        names.stream().map(name -> BinnedParameter.of(name, runs)).toList(),
        values,
        highest);
  }

  /** Compute the importance of parameters that are already binned. */
  static Importance of(String metric, List<BinnedParameter> all, double[] values, boolean highest) {
    List<BinnedParameter> parameters = all.stream().filter(levels -> levels.count() > 1).toList();
    double[] loss = Arrays.stream(values).map(value -> highest ? -value : value).toArray();
    PedAnova anova = new PedAnova(parameters, loss);
    boolean possible = loss.length >= MIN_RUNS && Arrays.stream(loss).distinct().count() > 1;
    return new Importance(
        metric, highest, loss.length, anova.top, possible ? anova.shares() : List.of());
  }

  private List<Importance.Share> shares() {
    int[] best =
        IntStream.range(0, loss.length)
            .boxed()
            .sorted(Comparator.comparingDouble(run -> loss[run]))
            .limit(top)
            .mapToInt(Integer::intValue)
            .toArray();
    double[] divergences = divergences(best);
    double sum = Arrays.stream(divergences).sum();
    int[] beaten = beaten(divergences);
    List<Importance.Share> shares = new ArrayList<>();
    for (int i = 0; i < divergences.length; i++) {
      double share = sum > 0 ? divergences[i] / sum : 1.0 / divergences.length;
      double p = (1.0 + beaten[i]) / (1 + DRAWS);
      shares.add(new Importance.Share(parameters.get(i).name(), share, p));
    }
    shares.sort(Comparator.comparingDouble(Importance.Share::share).reversed());
    return shares;
  }

  /** Count for each parameter how many random draws diverge at least as much as the best runs. */
  private int[] beaten(double[] divergences) {
    int[] beaten = new int[divergences.length];
    int[] runs = IntStream.range(0, loss.length).toArray();
    Random random = new Random(SEED);
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] drawn = divergences(draw(runs, random));
      for (int i = 0; i < beaten.length; i++) {
        beaten[i] += drawn[i] >= divergences[i] ? 1 : 0;
      }
    }
    return beaten;
  }

  /** Draw as many runs at random as there are best ones, by a partial shuffle of {@code runs}. */
  private int[] draw(int[] runs, Random random) {
    for (int i = 0; i < top; i++) {
      int other = i + random.nextInt(runs.length - i);
      int run = runs[i];
      runs[i] = runs[other];
      runs[other] = run;
    }
    return Arrays.copyOf(runs, top);
  }

  private double[] divergences(int[] chosen) {
    return parameters.stream().mapToDouble(levels -> divergence(levels, chosen)).toArray();
  }

  private double divergence(BinnedParameter levels, int[] chosen) {
    double[] among = new double[levels.count()];
    for (int run : chosen) {
      among[levels.of(run)]++;
    }
    double sum = 0;
    for (int level = 0; level < among.length; level++) {
      double p = density(among[level], chosen.length, among.length);
      double q = density(levels.runs(level), loss.length, among.length);
      sum += q * (p / q - 1) * (p / q - 1);
    }
    return sum;
  }

  private static double density(double count, int runs, int levels) {
    return (count + PRIOR / levels) / (runs + PRIOR);
  }
}
