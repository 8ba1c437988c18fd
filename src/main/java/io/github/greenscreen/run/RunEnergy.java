package io.github.greenscreen.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code status.yaml} says of the energy of a run. What was not measured is NaN.
 *
 * @param grossWh energy that the meter saw in the epochs, in watt-hours
 * @param idlePowerW power of the idle machine, measured before the run, in watts
 * @param netWh gross energy − idle power × time of the epochs, in watt-hours
 * @param coveragePercent part of the time of the epochs that power samples vouch for
 * @param incomplete why the energy must not be compared with that of other runs; empty where it may
 */
public record RunEnergy(
    double grossWh, double idlePowerW, double netWh, double coveragePercent, String incomplete) {
  /** Below this part of the time the energy of a run is incomplete, in percent. */
  public static final double LEAST_COVERAGE_PERCENT = 95;

  private static final String GROSS = "energy_gross_Wh";
  private static final String NET = "energy_net_Wh";
  private static final String IDLE = "idle_power_W";
  private static final String COVERAGE = "power_coverage_percent";
  private static final String INCOMPLETE = "energy_incomplete";

  public RunEnergy {
    Objects.requireNonNull(incomplete);
  }

  /** Return what {@code status} says; NaN and empty where it says nothing, as in the study. */
  public static RunEnergy of(RunStatus status) {
    Map<String, String> facts = status.facts();
    return new RunEnergy(
        number(facts, GROSS),
        number(facts, IDLE),
        number(facts, NET),
        number(facts, COVERAGE),
        facts.getOrDefault(INCOMPLETE, ""));
  }

  /** Tell whether the gross energy is known and may be compared. */
  public boolean isComplete() {
    return Double.isFinite(grossWh) && incomplete.isEmpty();
  }

  /** Return a copy that is incomplete for {@code reason} as well, where that is not empty. */
  public RunEnergy sharing(String reason) {
    String all =
        Stream.of(incomplete, reason).filter(r -> !r.isEmpty()).collect(Collectors.joining("; "));
    return new RunEnergy(grossWh, idlePowerW, netWh, coveragePercent, all);
  }

  /** Return the facts for {@code status.yaml}; idle power is left out where it is unknown. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(COVERAGE, String.format(Locale.ROOT, "%.1f", coveragePercent));
    facts.put(GROSS, CsvNumberFormat.measured(grossWh, 6));
    if (!Double.isNaN(idlePowerW)) {
      facts.put(NET, CsvNumberFormat.measured(netWh, 6));
      facts.putAll(idleFacts(idlePowerW));
    }
    if (!incomplete.isEmpty()) {
      facts.put(INCOMPLETE, incomplete);
    }
    return facts;
  }

  /** Return how {@code status.yaml} says that no energy was measured, because of {@code why}. */
  public static Map<String, String> unmeasuredFacts(String why) {
    return Map.of(INCOMPLETE, why);
  }

  /** Return how {@code status.yaml} of a run that waits says what the idle machine takes. */
  public static Map<String, String> idleFacts(double idlePowerW) {
    return Map.of(IDLE, CsvNumberFormat.compact(idlePowerW));
  }

  private static double number(Map<String, String> facts, String name) {
    return CsvNumberFormat.parse(facts.getOrDefault(name, "")).orElse(Double.NaN);
  }
}
