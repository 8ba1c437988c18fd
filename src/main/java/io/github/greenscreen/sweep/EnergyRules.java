package io.github.greenscreen.sweep;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a sweep does about energy besides training.
 *
 * @param idle measures the idle machine
 * @param budgetWh gross energy that all runs of the sweep together may take, in watt-hours
 * @param maxPowerW mean power at which a run is stopped, in watts
 */
public record EnergyRules(IdlePower idle, OptionalDouble budgetWh, OptionalDouble maxPowerW) {
  public EnergyRules {
    Objects.requireNonNull(idle);
    Objects.requireNonNull(budgetWh);
    Objects.requireNonNull(maxPowerW);
  }

  /** Return rules that ask for nothing. */
  public static EnergyRules none() {
    return new EnergyRules(IdlePower.unmeasured(), OptionalDouble.empty(), OptionalDouble.empty());
  }
}
