/**
 * Acceptance checks of the engine on a device: it computes the same losses as on a CPU, keeps its
 * memory flat, and does not wait within a step. {@code Acceptance} runs them in child processes, so
 * that a crash fails only one check; a {@code Mode} is a way to train, whose losses it compares.
 * This package does not train; the child's main class is passed to it.
 */
package io.github.greenscreen.djl.acceptance;
