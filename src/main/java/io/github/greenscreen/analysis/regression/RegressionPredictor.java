package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.statistics.LeastSquares;
import io.github.greenscreen.analysis.statistics.PivotedQr;
import io.github.greenscreen.analysis.statistics.TailProbabilities;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Predicts the response of configurations from a fitted regression, with prediction and bootstrap
 * intervals.
 */
public final class RegressionPredictor {
  private static final double ALIASED = 1e-6;
  private static final double NOTHING = 1e-12;
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;
  private static final long SEED = 22;

  private final String response;
  private final ResponseTransform transform;
  private final List<RunMetrics> runs;
  private final List<Factor> factors;
  private final List<double[]> columns;
  private final PivotedQr qr;
  private final LeastSquares fit;
  private final List<int[]> codes;
  private final int[] keptColumns;
  private final Map<Integer, double[]> aliases;
  private final Map<String, Integer> places;

  /**
   * Create a predictor from the parts of a model of {@code runs}; {@code transform} made the values
   * that it explains from the response.
   */
  RegressionPredictor(
      String response,
      ResponseTransform transform,
      List<RunMetrics> runs,
      List<Factor> factors,
      List<double[]> columns,
      PivotedQr qr,
      LeastSquares fit) {
    this.response = response;
    this.transform = transform;
    this.runs = runs;
    this.factors = factors;
    this.columns = columns;
    this.qr = qr;
    this.fit = fit;
    this.codes = factors.stream().map(Factor::codes).toList();
    this.keptColumns = qr.kept().stream().mapToInt(Integer::intValue).toArray();
    this.aliases = aliases();
    this.places = places();
  }

  /** Return the prediction for a run of {@code configuration}; empty if it is not estimable. */
  public Optional<ResponsePrediction> predict(Configuration configuration) {
    return row(configuration).map(this::predict);
  }

  private ResponsePrediction predict(double[] row) {
    double value = dot(row, fit.coefficients());
    double[][] inverse = fit.inverse();
    double spread = 1;
    for (int a = 0; a < row.length; a++) {
      spread += row[a] * dot(inverse[a], row);
    }
    int df = runs.size() - qr.rank();
    double reach = TailProbabilities.t975(df) * Math.sqrt(spread * qr.residualSumOfSquares() / df);
    return new ResponsePrediction(
        response,
        transform.scale(),
        transform.invert(value),
        transform.invert(value - reach),
        transform.invert(value + reach));
  }

  /**
   * Bootstrap the residuals, scaled by 1 ÷ √(1 − leverage), to obtain an interval for {@code
   * configuration} and the runs among {@code others} that tie with it.
   *
   * @param highest whether higher is better
   * @param draws number of bootstrap draws
   * @return empty if {@code configuration} is not estimable
   */
  public Optional<RecommendationConfidence> confidence(
      Configuration configuration, List<RunMetrics> others, boolean highest, int draws) {
    Optional<double[]> own = row(configuration);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    double[][] changes = changes(draws);
    double[] values = values(own.get(), changes);
    List<String> tied = new ArrayList<>();
    for (RunMetrics other : others) {
      Optional<double[]> row = row(other);
      if (row.isPresent() && ties(difference(row.get(), own.get(), highest), changes)) {
        tied.add(other.name());
      }
    }
    return Optional.of(
        new RecommendationConfidence(
            transform.invert(dot(own.get(), fit.coefficients())),
            transform.invert(values[(int) Math.floor(LOW * draws)]),
            transform.invert(values[(int) Math.ceil(HIGH * draws) - 1]),
            tied,
            draws,
            method(draws)));
  }

  private String method(int draws) {
    String scale =
        transform.scale() == ResponseScale.LINEAR
            ? ""
            : " on the %s scale".formatted(transform.scale().configName());
    return "residual bootstrap of the regression of %s%s, %s resamples"
        .formatted(response, scale, draws);
  }

  /** Return whether a loss of {@code gap} is at most zero in more than a fortieth of the draws. */
  private boolean ties(double[] gap, double[][] changes) {
    double middle = dot(gap, fit.coefficients());
    long none =
        Arrays.stream(changes).filter(change -> middle + dot(gap, change) <= NOTHING).count();
    return none > LOW * changes.length;
  }

  /** Return the value of {@code row} in each draw, in ascending order. */
  private double[] values(double[] row, double[][] changes) {
    double middle = dot(row, fit.coefficients());
    return Arrays.stream(changes)
        .mapToDouble(change -> middle + dot(row, change))
        .sorted()
        .toArray();
  }

  /** Return the change of the coefficients in each draw. */
  private double[][] changes(int draws) {
    double[] scaled = scaledResiduals();
    double[][] influences = new double[scaled.length][];
    for (int i = 0; i < scaled.length; i++) {
      influences[i] = fit.influence(i);
    }
    Random random = new Random(SEED);
    double[][] changes = new double[draws][qr.rank()];
    for (double[] change : changes) {
      for (double[] influence : influences) {
        double residual = scaled[random.nextInt(scaled.length)];
        for (int k = 0; k < change.length; k++) {
          change[k] += influence[k] * residual;
        }
      }
    }
    return changes;
  }

  private double[] scaledResiduals() {
    double[] scaled = fit.residuals().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = fit.isDetermined(i) ? 0 : scaled[i] / Math.sqrt(1 - fit.leverages()[i]);
    }
    double mean = Arrays.stream(scaled).average().orElse(0);
    return Arrays.stream(scaled).map(each -> each - mean).toArray();
  }

  /** Return the row of a run, directly from its codes if it is one of the model's own. */
  private Optional<double[]> row(RunMetrics run) {
    Integer place = places.get(run.name());
    return place == null
        ? row(run.configuration())
        : row(codes.stream().mapToInt(each -> each[place]).toArray());
  }

  /**
   * Return the row of the kept columns for {@code configuration}; empty if it has a value that no
   * run has, or a combination that is not estimable.
   */
  private Optional<double[]> row(Configuration configuration) {
    return row(factors.stream().mapToInt(factor -> code(factor, configuration)).toArray());
  }

  private Optional<double[]> row(int[] levels) {
    double[] all = new double[columns.size()];
    all[0] = 1;
    int first = 1;
    for (int f = 0; f < levels.length; f++) {
      if (levels[f] < 0) {
        return Optional.empty();
      }
      if (levels[f] > 0) {
        all[first + levels[f] - 1] = 1;
      }
      first += factors.get(f).levels().size() - 1;
    }
    double[] kept = new double[keptColumns.length];
    for (int k = 0; k < kept.length; k++) {
      kept[k] = all[keptColumns[k]];
    }
    return isEstimable(all, kept) ? Optional.of(kept) : Optional.empty();
  }

  /** Return the level of a run with the same value; −1 if there is none. */
  private int code(Factor factor, Configuration configuration) {
    String value = Factor.value(configuration, factor.parameter());
    int[] codes = factor.codes();
    for (int i = 0; i < codes.length; i++) {
      String other = Factor.value(runs.get(i).configuration(), factor.parameter());
      if (Factor.isSame(value, other)) {
        return codes[i];
      }
    }
    return -1;
  }

  /**
   * Return whether every aliased column equals the same combination of the kept columns in this
   * row.
   */
  private boolean isEstimable(double[] all, double[] kept) {
    return aliases.entrySet().stream()
        .allMatch(alias -> Math.abs(dot(kept, alias.getValue()) - all[alias.getKey()]) < ALIASED);
  }

  /** Return the coefficients that express each aliased column by the kept ones. */
  private Map<Integer, double[]> aliases() {
    Map<Integer, double[]> result = new HashMap<>();
    for (int j = 0; j < columns.size(); j++) {
      if (!qr.kept().contains(j)) {
        PivotedQr projected = qr.with(List.of(), columns.get(j));
        result.put(j, new LeastSquares(columns, projected, columns.get(j)).coefficients());
      }
    }
    return result;
  }

  private Map<String, Integer> places() {
    Map<String, Integer> result = new HashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      result.put(runs.get(i).name(), i);
    }
    return result;
  }

  private static double[] difference(double[] a, double[] b, boolean highest) {
    double[] result = new double[a.length];
    for (int k = 0; k < result.length; k++) {
      result[k] = highest ? b[k] - a[k] : a[k] - b[k];
    }
    return result;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
