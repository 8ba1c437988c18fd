/**
 * Optimizers and learning-rate schedules. An {@code UpdateRule} updates all parameters in one call
 * of a TorchScript function, because DJL's own optimizers update one array per call and keep
 * single-precision state only; an {@code OptimizerState} holds its moments and step counters.
 * {@code Schedules} provides learning rates as DJL trackers. The package does not know networks or
 * data.
 */
package io.github.greenscreen.djl.optimizer;
