package io.github.greenscreen.search;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.search.axis.Point;
import io.github.greenscreen.search.gp.*;
import io.github.greenscreen.space.Configuration;
import java.math.BigInteger;
import java.util.*;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;

@Immutable
public final class BayesSampler implements Sampler {
  static int N0 = Integer.getInteger("gp.n0", 10);
  static int POOL = Integer.getInteger("gp.pool", 200);
  static String WARP = System.getProperty("gp.warp", "none");
  static int VARIANT = Integer.getInteger("gp.variant", 0); // 0 prob, 1 indicator
  static double MARGIN = Double.parseDouble(System.getProperty("gp.margin", "0"));
  static double LEAST = Double.parseDouble(System.getProperty("gp.least", "0"));
  static double SHARE = Double.parseDouble(System.getProperty("gp.share", "0"));
  static double FREE = Double.parseDouble(System.getProperty("gp.free", "1"));
  static double HIGH = Double.parseDouble(System.getProperty("gp.high", "0.85"));
  static boolean CAL = Boolean.getBoolean("gp.cal");
  static boolean LOGM = Boolean.getBoolean("gp.logm");

  @Override
  public Optional<Configuration> next(Study study) {
    History history = new History(study);
    SplittableRandom random = Streams.of(study.seed(), study.nextNumber());
    if (history.seen().size() < N0) {
      return new RandomSampler().next(study);
    }
    List<History.Seen> seen = history.seen();
    boolean[] named = new boolean[history.layout().axes().size()];
    for (int i = 0; i < named.length; i++) named[i] = history.layout().axes().get(i).isNamed();
    double[][] x = seen.stream().map(s -> history.layout().places(s.point())).toArray(double[][]::new);
    double[] loss = Losses.of(study, seen);
    double[] y = warp(loss);
    double[][] pend = history.pending().stream().map(s -> history.layout().places(s)).toArray(double[][]::new);
    GaussianProcess gp = GaussianProcess.fit(x, named, y).believing(pend);
    List<GaussianProcess> lims = new ArrayList<>();
    double[] most = new double[study.limits().size()];
    double[] cal = new double[study.limits().size()];
    boolean[] ok = new boolean[seen.size()];
    Arrays.fill(ok, true);
    for (Limit l : study.limits()) {
      double[] z = seen.stream().mapToDouble(s -> s.trial().metric(l.metric()).getAsDouble()).toArray();
      for (int i = 0; i < z.length; i++) { ok[i] &= z[i] <= l.most(); if (LOGM) z[i] = Math.log(z[i]); }
      GaussianProcess g = GaussianProcess.fit(x, named, z);
      double[] res = g.leaveOneOutResiduals();
      double sd = Math.sqrt(Arrays.stream(res).map(v -> v * v).average().orElse(0));
      most[lims.size()] = (LOGM ? Math.log(l.most()) : l.most()) - MARGIN * sd;
      cal[lims.size()] = CAL ? Math.max(1, g.calibration()) : 1;
      lims.add(g.believing(pend));
    }
    int violations = 0;
    for (boolean b : ok) violations += b ? 0 : 1;
    int initial = 0;
    for (int i = 0; i < Math.min(N0, ok.length); i++) initial += ok[i] ? 0 : 1;
    double least = SHARE == 0 ? LEAST : violations - initial < SHARE * (ok.length - N0) + FREE ? LEAST : HIGH;
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < y.length; i++) if (ok[i]) best = Math.min(best, y[i]);
    double fbest = best;
    ToDoubleFunction<Point> score = p -> {
      double[] at = history.layout().places(p);
      double sum = Double.isFinite(fbest) ? Acquisition.logExpectedImprovement(gp.predict(at), fbest) : 0;
      for (int i = 0; i < most.length; i++) {
        Prediction pr = lims.get(i).predict(at);
        pr = new Prediction(pr.mean(), pr.deviation() * cal[i]);
        double lp = Acquisition.logProbabilityBelow(pr, most[i]);
        if (VARIANT == 0) sum += lp < Math.log(least) ? 1000 * lp : lp;
        else sum += pr.mean() <= most[i] ? 0 : 1000 * lp;
      }
      return sum;
    };
    Neighbourhood nb = new Neighbourhood(history, random);
    List<Candidate> pool = new ArrayList<>();
    if (study.space().size().compareTo(BigInteger.valueOf(500)) <= 0) {
      for (int i = 0; i < study.space().size().intValue(); i++)
        history.free(study.space().at(BigInteger.valueOf(i))).ifPresent(pool::add);
    } else {
      pool.addAll(nb.drawn(POOL));
      Integer[] order = new Integer[y.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingDouble(i -> y[i]));
      for (int i = 0; i < Math.min(3, order.length); i++) pool.addAll(nb.round(seen.get(order[i]).point()));
    }
    return new Climb(nb, score).from(pool).map(Candidate::configuration).or(() -> new RandomSampler().next(study));
  }

  static double[] warp(double[] loss) {
    int n = loss.length;
    if (WARP.equals("none")) return loss;
    if (WARP.equals("log")) { return Arrays.stream(loss).map(Math::log).toArray(); }
    double[] sorted = loss.clone();
    Arrays.sort(sorted);
    double[] r = new double[n];
    NormalDistribution nd = new NormalDistribution();
    for (int i = 0; i < n; i++) {
      int lo = 0, eq = 0;
      for (double v : sorted) { if (v < loss[i]) lo++; else if (v == loss[i]) eq++; }
      double u = (lo + eq / 2.0) / n;
      if (WARP.equals("rank")) r[i] = nd.inverseCumulativeProbability(u);
      else if (WARP.equals("win")) r[i] = Math.min(loss[i], sorted[(int) (n * 0.5)] + 0 * (sorted[n / 2] - sorted[0]));
      else if (WARP.equals("logwin")) r[i] = Math.log1p((loss[i] - sorted[0]) / Math.max(1e-12, sorted[n / 4] - sorted[0]));
      else if (WARP.equals("sqrt")) r[i] = Math.sqrt((loss[i] - sorted[0]) / Math.max(1e-12, sorted[n / 4] - sorted[0]));
    }
    return r;
  }
}
