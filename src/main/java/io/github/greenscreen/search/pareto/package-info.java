/**
 * Pareto fronts for several objectives: non-dominated sorting, crowding, and hypervolume. Values
 * are oriented so that smaller is better; the package knows trials only by their objective values.
 */
package io.github.greenscreen.search.pareto;
