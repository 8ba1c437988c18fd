package io.github.greenscreen.cli;

import io.github.greenscreen.search.Amounts;
import io.github.greenscreen.search.Limit;
import io.github.greenscreen.search.LimitForecast;
import io.github.greenscreen.search.Method;
import io.github.greenscreen.search.Study;
import io.github.greenscreen.search.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Says how well the limits of a sweep were foretold, and how often they were broken all the same.
 */
final class Forecasts {
  private static final Set<Method> MODELLING =
      Set.of(Method.HYPERPOWER, Method.HYPERPOWER_INDICATOR, Method.HYPERPOWER_RANDOM);

  private Forecasts() {}

  /**
   * Return a sentence for each limit of {@code study}, none where {@code method} foretells none.
   */
  static List<String> of(Method method, Study study) {
    return MODELLING.contains(method)
        ? study.limits().stream().map(limit -> sentence(limit, study)).toList()
        : List.of();
  }

  private static String sentence(Limit limit, Study study) {
    double[] measured =
        study.trials().stream()
            .filter(trial -> trial.state() != Trial.State.PROFILED)
            .map(trial -> trial.metric(limit.metric()))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    long broken = Arrays.stream(measured).filter(value -> value > limit.most()).count();
    String counted =
        "%s of %s measured runs broke %s <= %s"
            .formatted(broken, measured.length, limit.metric(), Amounts.plain(limit.most()));
    return LimitForecast.of(study).stream()
        .filter(forecast -> forecast.limit().equals(limit))
        .findFirst()
        .map(forecast -> counted + "; " + words(forecast))
        .orElse(counted + "; too few to foretell it");
  }

  private static String words(LimitForecast forecast) {
    return "predicted against measured, the model is off by %s in the mean (root mean square, each of %s runs left out once), and they spread by %s"
        .formatted(
            Amounts.rounded(forecast.error()),
            forecast.trials(),
            Amounts.rounded(forecast.spread()));
  }
}
