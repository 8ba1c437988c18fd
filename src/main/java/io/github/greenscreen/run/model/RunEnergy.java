package io.github.greenscreen.run.model;

import io.github.greenscreen.format.CsvNumberFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The energy of a run, as {@code status.yaml} records it. Values that were not measured are NaN.
 *
 * @param grossWh energy that the meter saw in the epochs, in watt-hours
 * @param idlePowerW power of the idle machine, measured before the run, in watts
 * @param netWh gross energy − idle power × time of the epochs, in watt-hours; NaN if that is below
 *     zero, because the machine was less idle when its idle power was measured
 * @param coveragePercent share of the time of the epochs that power samples cover, in percent
 * @param incomplete why the energy cannot be compared with that of other runs; empty if it can
 */
public record RunEnergy(
    double grossWh, double idlePowerW, double netWh, double coveragePercent, String incomplete) {
  /** Coverage in percent below which the energy of a run is incomplete. */
  public static final double MIN_COVERAGE_PERCENT = 95;

  private static final String GROSS = "energy_gross_Wh";
  private static final String NET = "energy_net_Wh";
  private static final String IDLE = "idle_power_W";
  private static final String COVERAGE = "power_coverage_percent";
  private static final String INCOMPLETE = "energy_incomplete";

  public RunEnergy {
    netWh = netWh < 0 ? Double.NaN : netWh;
    incomplete = grossWh <= 0 && incomplete.isEmpty() ? impossible(grossWh) : incomplete;
  }

  /** Return the energy in {@code status}; NaN and empty if it has none, as in the study. */
  public static RunEnergy of(RunStatus status) {
    Map<String, String> facts = status.facts();
    return new RunEnergy(
        number(facts, GROSS),
        number(facts, IDLE),
        number(facts, NET),
        number(facts, COVERAGE),
        facts.getOrDefault(INCOMPLETE, ""));
  }

  /** Tell whether the gross energy is known and comparable. */
  public boolean isComplete() {
    return Double.isFinite(grossWh) && incomplete.isEmpty();
  }

  /**
   * Tell whether the machine needed less power during the run than when it was idle, so that there
   * is no net energy.
   */
  public boolean isLessThanIdle() {
    return isComplete() && idlePowerW > 0 && Double.isNaN(netWh);
  }

  /** Return a copy that is also incomplete for {@code reason}, unless that is empty. */
  public RunEnergy sharing(String reason) {
    String all =
        Stream.of(incomplete, reason).filter(r -> !r.isEmpty()).collect(Collectors.joining("; "));
    return new RunEnergy(grossWh, idlePowerW, netWh, coveragePercent, all);
  }

  /** Return the entries for {@code status.yaml}; an unknown idle power is left out. */
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

  /**
   * Return the entries for {@code status.yaml} of a run without measured energy, because of {@code
   * why}.
   */
  public static Map<String, String> unmeasuredFacts(String reason) {
    return Map.of(INCOMPLETE, reason);
  }

  /** Return the entries for {@code status.yaml} of a waiting run with the given idle power. */
  public static Map<String, String> idleFacts(double idlePowerW) {
    return Map.of(IDLE, CsvNumberFormat.compact(idlePowerW));
  }

  private static String impossible(double grossWh) {
    return "the recorded energy is " + (grossWh < 0 ? "below zero" : "zero");
  }

  private static double number(Map<String, String> facts, String name) {
    return CsvNumberFormat.parse(facts.getOrDefault(name, "")).orElse(Double.NaN);
  }
}
