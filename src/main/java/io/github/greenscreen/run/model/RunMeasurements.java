package io.github.greenscreen.run.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What was measured of power, energy, and memory during a run, apart from its epochs.
 *
 * @param idle power of the idle device, measured before the run
 * @param energy energy of the run; its values are NaN if they were not measured
 * @param sampling how the power was sampled; empty if no meter answered
 * @param counter energy by energy counters; empty if no device has one
 * @param profile result of a profiling run
 * @param violation the limit that stopped the run
 */
public record RunMeasurements(
    Optional<IdlePowers> idle,
    RunEnergy energy,
    Optional<PowerSampling> sampling,
    Optional<EnergyCounterReading> counter,
    Optional<ProfileResult> profile,
    Optional<ConstraintViolation> violation) {
  /** Nothing was measured. */
  public static final RunMeasurements NONE =
      new RunMeasurements(
          Optional.empty(),
          RunEnergy.UNKNOWN,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public RunMeasurements {
    Objects.requireNonNull(idle);
    Objects.requireNonNull(energy);
    Objects.requireNonNull(sampling);
    Objects.requireNonNull(counter);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(violation);
  }

  /** Return a copy with the given idle power. */
  public RunMeasurements withIdle(Optional<IdlePowers> newIdle) {
    return new RunMeasurements(newIdle, energy, sampling, counter, profile, violation);
  }

  /** Return a copy with the given energy and how it was measured. */
  public RunMeasurements withEnergy(
      RunEnergy newEnergy,
      Optional<PowerSampling> newSampling,
      Optional<EnergyCounterReading> newCounter) {
    return new RunMeasurements(idle, newEnergy, newSampling, newCounter, profile, violation);
  }

  /** Return a copy with the given profile. */
  public RunMeasurements withProfile(ProfileResult newProfile) {
    return new RunMeasurements(idle, energy, sampling, counter, Optional.of(newProfile), violation);
  }

  /** Return a copy with the limit that stopped the run. */
  public RunMeasurements withViolation(ConstraintViolation newViolation) {
    return new RunMeasurements(idle, energy, sampling, counter, profile, Optional.of(newViolation));
  }

  /** Return the power of the idle device in watts, NaN if it is unknown. */
  public double idlePowerW() {
    return idle.map(IdlePowers::powerW).orElse(Double.NaN);
  }
}
