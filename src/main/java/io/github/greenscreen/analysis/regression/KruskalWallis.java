package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.analysis.statistics.BenjaminiHochberg;
import io.github.greenscreen.analysis.statistics.TailProbabilities;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * Tests one parameter at a time by ranks, without a model of the others: the test of Kruskal and
 * Wallis (1952), corrected for ties, as R's {@code kruskal.test}.
 */
final class KruskalWallis {
  private KruskalWallis() {}

  /** Test {@code y} by each of {@code factors}; p-values are adjusted across them. */
  static KruskalWallisResult of(String response, double[] y, List<Factor> factors) {
    double[] ranks = new NaturalRanking(TiesStrategy.AVERAGE).rank(y);
    List<KruskalWallisResult.Test> raw =
        factors.stream().map(factor -> test(factor, ranks)).toList();
    double[] adjusted = BenjaminiHochberg.adjust(raw.stream().mapToDouble(t -> t.p()).toArray());
    List<KruskalWallisResult.Test> tests = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      KruskalWallisResult.Test test = raw.get(i);
      tests.add(
          new KruskalWallisResult.Test(
              test.parameter(), test.degreesOfFreedom(), test.statistic(), test.p(), adjusted[i]));
    }
    return new KruskalWallisResult(response, y.length, tests);
  }

  /** Compute H: variance of the mean ranks of the values ÷ variance of the ranks, × (runs − 1). */
  private static KruskalWallisResult.Test test(Factor factor, double[] ranks) {
    int[] codes = factor.codes();
    double[] sums = new double[factor.levels().size()];
    int[] counts = new int[sums.length];
    double mean = (ranks.length + 1) / 2.0;
    double total = 0;
    for (int i = 0; i < ranks.length; i++) {
      sums[codes[i]] += ranks[i] - mean;
      counts[codes[i]]++;
      total += (ranks[i] - mean) * (ranks[i] - mean);
    }
    double between = 0;
    for (int level = 0; level < sums.length; level++) {
      between += sums[level] * sums[level] / counts[level];
    }
    double statistic = (ranks.length - 1) * between / total;
    int df = sums.length - 1;
    return new KruskalWallisResult.Test(
        factor.parameter(),
        df,
        statistic,
        TailProbabilities.upperChiSquared(statistic, df),
        Double.NaN);
  }
}
