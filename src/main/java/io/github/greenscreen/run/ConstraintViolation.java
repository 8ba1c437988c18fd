package io.github.greenscreen.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which limit a run was stopped for, and what was measured then.
 *
 * @param metric for instance {@code power_W}
 * @param measured its value, above the limit
 */
public record ConstraintViolation(String metric, double measured) {
  private static final String METRIC = "broken_limit";
  private static final String MEASURED = "broken_limit_measured";

  public ConstraintViolation {
    Objects.requireNonNull(metric);
  }

  /** Return what {@code status} says, empty where no limit was broken. */
  public static Optional<ConstraintViolation> of(RunStatus status) {
    String metric = status.facts().getOrDefault(METRIC, "");
    OptionalDouble measured = CsvNumberFormat.parse(status.facts().getOrDefault(MEASURED, ""));
    return metric.isEmpty() || measured.isEmpty()
        ? Optional.empty()
        : Optional.of(new ConstraintViolation(metric, measured.getAsDouble()));
  }

  /** Return the facts for {@code status.yaml}. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(METRIC, metric);
    facts.put(MEASURED, CsvNumberFormat.significant(measured));
    return facts;
  }
}
