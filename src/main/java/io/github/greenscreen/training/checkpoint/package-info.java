/**
 * Saves and restores the progress of a run: when a checkpoint is due, what it must match to be
 * resumed, and what earlier attempts already recorded. The files themselves belong to {@code
 * run.checkpoint}.
 */
package io.github.greenscreen.training.checkpoint;
