/**
 * Simulated sweeps without training. Samplers search a table of measured results on a virtual
 * clock, once per seed; the results of all seeds are summarised. The package knows the table and
 * the types of {@code search}, but no processes, run folders or terminal. The same seeds give the
 * same result, except for the measured time of the sampler.
 */
package io.github.greenscreen.simulation;
