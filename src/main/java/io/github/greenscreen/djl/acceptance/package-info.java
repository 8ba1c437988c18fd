/**
 * Checks by which the engine shows on a device that it computes what it computes on a CPU, keeps
 * its memory flat, and does not wait within a step. {@code Acceptance} makes them in child
 * processes, so that a crash fails one check and no other; a {@code Mode} is a way to train, whose
 * losses it compares. This package does not train; the child's main class is given to it.
 */
package io.github.greenscreen.djl.acceptance;
