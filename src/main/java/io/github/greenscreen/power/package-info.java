/**
 * Power measurement. A {@code PowerMeter} delivers samples, a {@code PowerSampler} reads a meter in
 * the background, and a {@code PowerTrace} turns samples and the energy counters of devices into
 * energy. This package knows watts, clocks, and devices; it does not know runs, files, or training.
 * Missing readings are NaN, never zero.
 */
package io.github.greenscreen.power;
