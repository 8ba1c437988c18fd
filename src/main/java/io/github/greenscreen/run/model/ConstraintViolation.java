package io.github.greenscreen.run.model;

import io.github.greenscreen.format.CsvNumberFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The limit that stopped a run, with the measured value.
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

  /** Return the violation in {@code status}, or empty if no limit was exceeded. */
  public static Optional<ConstraintViolation> of(RunStatus status) {
    String metric = status.facts().getOrDefault(METRIC, "");
    OptionalDouble measured = CsvNumberFormat.parse(status.facts().getOrDefault(MEASURED, ""));
    return metric.isEmpty() || measured.isEmpty()
        ? Optional.empty()
        : Optional.of(new ConstraintViolation(metric, measured.getAsDouble()));
  }

  /** Return the entries for {@code status.yaml}. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(METRIC, metric);
    facts.put(MEASURED, CsvNumberFormat.significant(measured));
    return facts;
  }
}
