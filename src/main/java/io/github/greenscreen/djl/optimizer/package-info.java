/**
 * How gradients become updates: DJL optimizers that update every parameter in one call of a
 * TorchScript function, because the engine's own update one array per call and keep
 * single-precision state only, and the learning-rate schedules they follow, as DJL trackers.
 */
package io.github.greenscreen.djl.optimizer;
