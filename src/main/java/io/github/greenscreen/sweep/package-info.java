/**
 * Sweeps: a plan of n configurations is drawn by a sampler and written down before anything runs;
 * then, whenever one of the launcher's seats is free, the next configuration gets it, in a process
 * of its own, which finds what to do in its run folder and reports there. A run that crashes,
 * stalls or is killed is tried again or marked as failed, and the sweep goes on; an interrupted one
 * is finished later from the plan. {@code SweepRunner} hands out seats, {@code RunAttempts} carries
 * one run to its end, {@code Settlement} writes down what its process could not, and {@code
 * Stopping} passes on that somebody wants the end. Nothing here trains or reads {@code
 * config.yaml}.
 */
package io.github.greenscreen.sweep;
