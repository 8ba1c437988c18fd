/**
 * Restricts a search space to the configurations that the built-in trainer can train: every rule
 * forbids combinations of values that contradict each other.
 */
package io.github.greenscreen.training.restriction;
