package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.bayes.ConstraintModelEvaluation;
import io.github.greenscreen.search.bayes.ConstraintModelEvaluation.HeldOutPrediction;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.sweep.Sweep;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reports how often the runs of a sweep violated its constraints, and how well the sampler
 * predicted these metrics.
 */
final class ConstraintForecastReport {
  private static final Set<SamplerType> MODELLING =
      Set.of(
          SamplerType.HYPERPOWER, SamplerType.HYPERPOWER_INDICATOR, SamplerType.HYPERPOWER_RANDOM);

  private ConstraintForecastReport() {}

  /**
   * Return one sentence per constraint of {@code known}, and a table of predicted and measured
   * values. If {@code method} does not model constraints, only constraints that no run has met are
   * reported.
   */
  static List<String> of(SamplerType method, Sweep.Known known) {
    StudySnapshot study = known.study();
    boolean models = MODELLING.contains(method);
    Map<Constraint, ConstraintModelEvaluation> forecasts = new LinkedHashMap<>();
    if (models) {
      ConstraintModelEvaluation.of(study)
          .forEach(forecast -> forecasts.put(forecast.limit(), forecast));
    }
    List<String> lines = new ArrayList<>();
    for (Constraint limit : study.limits()) {
      double[] measured = measured(limit, study);
      unmet(limit, measured).ifPresent(lines::add);
      if (models && measured.length > 0) {
        lines.add(sentence(limit, measured, Optional.ofNullable(forecasts.get(limit))));
      }
    }
    if (!forecasts.isEmpty()) {
      lines.addAll(table(List.copyOf(forecasts.values()), known.names()));
    }
    return lines;
  }

  private static double[] measured(Constraint limit, StudySnapshot study) {
    return study.trials().stream()
        .filter(trial -> trial.state() != Trial.State.PROFILED)
        .map(trial -> trial.metric(limit.metric()))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .toArray();
  }

  /** Warn about a constraint that no run has met: it may be impossible to meet. */
  private static Optional<String> unmet(Constraint limit, double[] measured) {
    OptionalDouble lowest = Arrays.stream(measured).min();
    return lowest.isEmpty() || lowest.getAsDouble() <= limit.most()
        ? Optional.empty()
        : Optional.of(
            "no run met %s; the lowest of %s measured is %s"
                .formatted(
                    words(limit), measured.length, AmountFormat.rounded(lowest.getAsDouble())));
  }

  private static String sentence(
      Constraint limit, double[] measured, Optional<ConstraintModelEvaluation> forecast) {
    long broken = Arrays.stream(measured).filter(value -> value > limit.most()).count();
    String counted =
        "%s of %s measured runs broke %s".formatted(broken, measured.length, words(limit));
    return forecast
        .map(known -> counted + "; " + words(known))
        .orElse(counted + "; too few for a prediction");
  }

  private static String words(Constraint limit) {
    return limit.metric() + " <= " + AmountFormat.plain(limit.most());
  }

  private static String words(ConstraintModelEvaluation forecast) {
    return ("the model's root mean square error is %s (leave-one-out over %s runs), and the "
            + "standard deviation of the measurements is %s")
        .formatted(
            AmountFormat.rounded(forecast.error()),
            forecast.trials(),
            AmountFormat.rounded(forecast.spread()));
  }

  /**
   * Return one line per run with the prediction by a model of all other runs, and the measured
   * value.
   */
  private static List<String> table(
      List<ConstraintModelEvaluation> forecasts, Map<Integer, String> names) {
    List<Integer> trials =
        forecasts.stream()
            .flatMap(forecast -> forecast.predicted().stream())
            .map(HeldOutPrediction::trial)
            .distinct()
            .sorted()
            .toList();
    List<Column<Integer>> columns = new ArrayList<>();
    columns.add(Column.text("run", trial -> names.getOrDefault(trial, "trial " + trial)));
    for (ConstraintModelEvaluation forecast : forecasts) {
      Constraint limit = forecast.limit();
      columns.add(
          column(
              forecast,
              limit.metric() + " predicted",
              one -> AmountFormat.rounded(one.predicted())));
      columns.add(column(forecast, "measured", one -> AmountFormat.rounded(one.measured())));
      if (forecast.predicted().stream().anyMatch(one -> one.measured() > limit.most())) {
        columns.add(
            column(forecast, "limit", one -> one.measured() > limit.most() ? "above" : "")
                .as(CellFormat.TEXT));
      }
    }
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(TextTable.lines(new Table<>("", columns, trials)));
    return lines;
  }

  /** Return a column of {@code forecast}, which may lack runs that others have. */
  private static Column<Integer> column(
      ConstraintModelEvaluation forecast,
      String heading,
      Function<HeldOutPrediction, String> value) {
    Map<Integer, HeldOutPrediction> byTrial =
        forecast.predicted().stream()
            .collect(Collectors.toMap(HeldOutPrediction::trial, Function.identity()));
    return Column.right(
        heading, trial -> Optional.ofNullable(byTrial.get(trial)).map(value).orElse(""));
  }
}
