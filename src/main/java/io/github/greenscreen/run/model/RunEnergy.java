package io.github.greenscreen.run.model;

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

  /** Energy that was not measured. */
  public static final RunEnergy UNKNOWN = unmeasured("");

  public RunEnergy {
    netWh = netWh < 0 ? Double.NaN : netWh;
    incomplete = grossWh <= 0 && incomplete.isEmpty() ? impossible(grossWh) : incomplete;
  }

  /** Return the energy of a run without measured energy, because of {@code reason}. */
  public static RunEnergy unmeasured(String reason) {
    return new RunEnergy(Double.NaN, Double.NaN, Double.NaN, Double.NaN, reason);
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

  private static String impossible(double grossWh) {
    return "the recorded energy is " + (grossWh < 0 ? "below zero" : "zero");
  }
}
