package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.ResponseDistribution;
import io.github.greenscreen.analysis.ResponseDistribution.Group;
import io.github.greenscreen.analysis.ResponseDistribution.Split;
import io.github.greenscreen.analysis.statistics.FiveNumberSummary;
import io.github.greenscreen.table.JsonObject;
import java.util.List;

/** Formats the distributions of the responses for {@code analysis.json}. */
final class DistributionJson {
  private DistributionJson() {}

  /** Return {@code all} by metric. */
  static JsonObject of(List<ResponseDistribution> all) {
    return JsonObject.of(
        all,
        ResponseDistribution::metric,
        each ->
            new JsonObject()
                .with("all", spread(each.all()))
                .with(
                    "parameters",
                    JsonObject.of(each.splits(), Split::parameter, DistributionJson::split)));
  }

  private static JsonObject split(Split split) {
    return new JsonObject()
        .with("p_adjusted", split.adjustedP())
        .with("grouping", split.grouping().isEmpty() ? null : split.grouping())
        .with(
            "values", JsonObject.of(split.groups(), Group::value, group -> spread(group.spread())));
  }

  private static JsonObject spread(FiveNumberSummary spread) {
    return new JsonObject()
        .with("n", spread.runs())
        .with("lowest", spread.lowest())
        .with("lower_quartile", spread.lowerQuartile())
        .with("median", spread.median())
        .with("upper_quartile", spread.upperQuartile())
        .with("highest", spread.highest());
  }
}
