/**
 * Limits on a run and requests to stop it: power, energy, memory, time, epochs, and profiling.
 * {@code RunLimitMonitor} checks them after each round of readings; a limit that is exceeded ends
 * the training with an exception that names it.
 */
package io.github.greenscreen.training.limit;
