package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.ResponseDistribution;
import io.github.greenscreen.analysis.ResponseDistribution.Group;
import io.github.greenscreen.analysis.ResponseDistribution.Split;
import io.github.greenscreen.analysis.statistics.FiveNumberSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formats the distributions of the responses for {@code analysis.json}. */
final class DistributionJson {
  private DistributionJson() {}

  /** Return {@code all} by metric. */
  static Map<String, Object> of(List<ResponseDistribution> all) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    for (ResponseDistribution each : all) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("all", spread(each.all()));
      Map<String, Object> parameters = new LinkedHashMap<>();
      each.splits().forEach(split -> parameters.put(split.parameter(), split(split)));
      object.put("parameters", parameters);
      metrics.put(each.metric(), object);
    }
    return metrics;
  }

  private static Map<String, Object> split(Split split) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Group group : split.groups()) {
      values.put(group.value(), spread(group.spread()));
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("p_adjusted", split.adjustedP());
    object.put("grouping", split.grouping().isEmpty() ? null : split.grouping());
    object.put("values", values);
    return object;
  }

  private static Map<String, Object> spread(FiveNumberSummary spread) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("n", spread.runs());
    object.put("lowest", spread.lowest());
    object.put("lower_quartile", spread.lowerQuartile());
    object.put("median", spread.median());
    object.put("upper_quartile", spread.upperQuartile());
    object.put("highest", spread.highest());
    return object;
  }
}
