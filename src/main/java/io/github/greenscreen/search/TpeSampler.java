package io.github.greenscreen.search;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.search.parzen.Parzen;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

@Immutable
public final class TpeSampler implements Sampler {
  static double G = Double.parseDouble(System.getProperty("tpe.g", "0.1"));
  static double GS = Double.parseDouble(System.getProperty("tpe.gs", "0"));
  static int GMAX = Integer.getInteger("tpe.gmax", 25);
  static int N0 = Integer.getInteger("tpe.n0", 10);
  static int NC = Integer.getInteger("tpe.nc", 24);
  static double WIDTH = Double.parseDouble(System.getProperty("tpe.w", "0.2"));
  static double SPREAD = Double.parseDouble(System.getProperty("tpe.s", "0")); // 0: optuna
  static double SPREADB = Double.parseDouble(System.getProperty("tpe.sb", "0")); // 0: optuna
  static double PRIOR = Double.parseDouble(System.getProperty("tpe.p", "1"));
  static boolean EI = Boolean.parseBoolean(System.getProperty("tpe.ei", "true"));

  @Override
  public Optional<Configuration> next(Study study) {
    History history = new History(study);
    SplittableRandom random = Streams.of(study.seed(), study.nextNumber());
    if (history.seen().size() < N0) {
      return new RandomSampler().next(study);
    }
    List<History.Seen> seen = new ArrayList<>(history.seen());
    double[] loss = Losses.of(study, seen);
    Integer[] order = new Integer[loss.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(loss[a], loss[b]));
    int n = loss.length;
    int good = Math.max(1, Math.min(GMAX, (int) Math.ceil(G * n + GS * Math.sqrt(n))));
    Parzen l = parzen(history, seen, order, 0, good, loss);
    Parzen g = parzen(history, seen, order, good, n, null);
    Candidate best = null;
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < NC || (best == null && i < 20 * NC); i++) {
      Optional<Candidate> c = history.free(l.draw(random));
      if (c.isEmpty()) {
        continue;
      }
      double score = l.logDensity(c.get().point()) - g.logDensity(c.get().point());
      if (score > top) {
        top = score;
        best = c.get();
      }
    }
    return best == null ? new RandomSampler().next(study) : Optional.of(best.configuration());
  }

  private static Parzen parzen(
      History history, List<History.Seen> seen, Integer[] order, int from, int to, double[] loss) {
    int n = to - from;
    List<io.github.greenscreen.search.axis.Point> points = new ArrayList<>();
    double[] w = new double[n + 1 + (loss == null ? history.pending().size() : 0)];
    for (int i = 0; i < n; i++) {
      points.add(seen.get(order[from + i]).point());
      w[i] = loss == null || !EI ? 1 : Math.max(loss[order[to]] - loss[order[from + i]], 1e-9);
    }
    if (loss != null && EI) {
      double s = Arrays.stream(w).sum();
      for (int i = 0; i < n; i++) w[i] *= n / s;
    }
    if (loss == null) {
      for (var p : history.pending()) {
        w[points.size()] = 1;
        points.add(p);
      }
    }
    int m = points.size();
    w[m] = PRIOR;
    int d = history.layout().axes().size();
    double width = Math.max(WIDTH * Math.pow(m + 1, -1.0 / (d + 4)), 1.0 / Math.min(100, 1 + m));
    double sp = loss == null ? SPREADB : SPREAD;
    double spread = sp > 0 ? sp : -1;
    if (spread < 0) {
      // optuna: own (1+1/n) others 1/n
      double k = 5;
      double nn = m + 1;
      spread = (k / nn) / (1 + k / nn);
    }
    return new Parzen(history.layout().axes(), points, w, width, spread);
  }
}
