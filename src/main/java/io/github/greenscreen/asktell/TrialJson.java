package io.github.greenscreen.asktell;

import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.DistributionType;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.JsonSpelling;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.summary.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes trials for another program, each as a JSON object in one line. */
public final class TrialJson {
  private TrialJson() {}

  /** Return number and configuration of {@code trial}, whose values keep their types. */
  public static String suggested(Trial trial, SearchSpace space) {
    Map<String, Object> configuration = new LinkedHashMap<>();
    trial
        .configuration()
        .values()
        .forEach((name, text) -> configuration.put(name, value(space, name, text)));
    return line(trial, "configuration", configuration);
  }

  /** Return number and state of {@code trial}. */
  public static String recorded(Trial trial) {
    return line(trial, "state", trial.state().name().toLowerCase(Locale.ROOT));
  }

  private static String line(Trial trial, String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("trial", trial.number());
    all.put(name, value);
    return Json.of(all);
  }

  private static Json.Literal value(SearchSpace space, String name, String text) {
    return new Json.Literal(
        space
            .find(name)
            .filter(NumericParameter.class::isInstance)
            .map(NumericParameter.class::cast)
            .map(range -> JsonSpelling.number(new BigDecimal(text), isWhole(range)))
            .orElseGet(() -> JsonSpelling.json(text)));
  }

  /** Tell whether all numbers are integers: 1.0 of any other range is no integer to a program. */
  private static boolean isWhole(NumericParameter range) {
    BigDecimal step = range.settings().get(Setting.Q);
    return range.distribution() == DistributionType.INT_UNIFORM
        || (step != null && step.scale() <= 0);
  }
}
