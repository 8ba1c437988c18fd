package io.github.greenscreen.cli;

import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.search.Amounts;
import io.github.greenscreen.search.Limit;
import io.github.greenscreen.search.LimitForecast;
import io.github.greenscreen.search.LimitForecast.Foretold;
import io.github.greenscreen.search.Method;
import io.github.greenscreen.search.Study;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.sweep.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Says how well the limits of a sweep were foretold, and how often they were broken all the same.
 */
final class Forecasts {
  private static final Set<Method> MODELLING =
      Set.of(Method.HYPERPOWER, Method.HYPERPOWER_INDICATOR, Method.HYPERPOWER_RANDOM);

  private Forecasts() {}

  /**
   * Return a sentence for each limit of {@code known} and a table of the runs, predicted and
   * measured. Where {@code method} foretells nothing only the limits that no run has met are told.
   */
  static List<String> of(Method method, Sweep.Known known) {
    Study study = known.study();
    boolean models = MODELLING.contains(method);
    Map<Limit, LimitForecast> forecasts = new LinkedHashMap<>();
    if (models) {
      LimitForecast.of(study).forEach(forecast -> forecasts.put(forecast.limit(), forecast));
    }
    List<String> lines = new ArrayList<>();
    for (Limit limit : study.limits()) {
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

  private static double[] measured(Limit limit, Study study) {
    return study.trials().stream()
        .filter(trial -> trial.state() != Trial.State.PROFILED)
        .map(trial -> trial.metric(limit.metric()))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .toArray();
  }

  /** A limit that nothing meets may be one that nothing can meet. */
  private static Optional<String> unmet(Limit limit, double[] measured) {
    OptionalDouble lowest = Arrays.stream(measured).min();
    return lowest.isEmpty() || lowest.getAsDouble() <= limit.most()
        ? Optional.empty()
        : Optional.of(
            "no run met %s; the lowest of %s measured is %s"
                .formatted(words(limit), measured.length, Amounts.rounded(lowest.getAsDouble())));
  }

  private static String sentence(Limit limit, double[] measured, Optional<LimitForecast> forecast) {
    long broken = Arrays.stream(measured).filter(value -> value > limit.most()).count();
    String counted =
        "%s of %s measured runs broke %s".formatted(broken, measured.length, words(limit));
    return forecast
        .map(known -> counted + "; " + words(known))
        .orElse(counted + "; too few to foretell it");
  }

  private static String words(Limit limit) {
    return limit.metric() + " <= " + Amounts.plain(limit.most());
  }

  private static String words(LimitForecast forecast) {
    return "predicted against measured, the model is off by %s in the mean (root mean square, each of %s runs left out once), and they spread by %s"
        .formatted(
            Amounts.rounded(forecast.error()),
            forecast.trials(),
            Amounts.rounded(forecast.spread()));
  }

  /** Return a line for each run: what the model of all others expects of it, and what it took. */
  private static List<String> table(List<LimitForecast> forecasts, Map<Integer, String> names) {
    SortedMap<Integer, List<String>> rows = new TreeMap<>();
    forecasts.stream()
        .flatMap(forecast -> forecast.foretold().stream())
        .forEach(one -> rows.computeIfAbsent(one.trial(), trial -> row(trial, names)));
    List<String> heads = new ArrayList<>(List.of("run"));
    for (LimitForecast forecast : forecasts) {
      Limit limit = forecast.limit();
      heads.addAll(List.of(">" + limit.metric() + " predicted", ">measured"));
      boolean broken = forecast.foretold().stream().anyMatch(one -> one.measured() > limit.most());
      heads.addAll(broken ? List.of("limit") : List.of());
      for (Foretold one : forecast.foretold()) {
        List<String> row = rows.get(one.trial());
        row.add(Amounts.rounded(one.predicted()));
        row.add(Amounts.rounded(one.measured()));
        row.addAll(broken ? List.of(one.measured() > limit.most() ? "above" : "") : List.of());
      }
      rows.values().forEach(row -> fill(row, heads.size()));
    }
    TextTable table = new TextTable(heads.toArray(String[]::new));
    rows.values().forEach(row -> table.row(row.toArray()));
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(table.lines());
    return lines;
  }

  private static List<String> row(int trial, Map<Integer, String> names) {
    return new ArrayList<>(List.of(names.getOrDefault(trial, "trial " + trial)));
  }

  /** A run may lack what another one knows. */
  private static void fill(List<String> row, int size) {
    while (row.size() < size) {
      row.add("");
    }
  }
}
