package io.github.greenscreen.sweep;

import java.util.Objects;

/**
 * What a sweep does about energy besides training.
 *
 * @param idle measures the idle machine
 */
public record EnergyRules(IdlePower idle) {
  public EnergyRules {
    Objects.requireNonNull(idle);
  }

  /** Return rules that ask for nothing. */
  public static EnergyRules none() {
    return new EnergyRules(IdlePower.unmeasured());
  }
}
