/**
 * Power as it is measured: meters that give samples, a sampler that reads a meter in the
 * background, and traces that turn samples, and the energy counters of devices, into energy. This
 * package knows watts, clocks and devices; it knows nothing of runs, files or training. Missing
 * readings are NaN and never zero.
 */
package io.github.greenscreen.power;
