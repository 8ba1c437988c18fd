/**
 * Rankings of runs with ties, the Pareto front of accuracy and cost, runs that reach a target
 * accuracy, repeated configurations, and the reference runs with which others are compared. It
 * ranks metrics that are computed elsewhere.
 */
package io.github.greenscreen.analysis.ranking;
