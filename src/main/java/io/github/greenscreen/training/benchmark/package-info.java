/**
 * Measures the time of training steps and estimates from it how long a study takes. It trains a few
 * batches through the engine port and uses no run folder.
 */
package io.github.greenscreen.training.benchmark;
