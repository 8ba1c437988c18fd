/**
 * Analyses a set of runs: metrics of each run, rankings with ties, the Pareto front, regressions of
 * energy, power and accuracy on the parameters, parameter importance, and a recommended
 * configuration. {@code Analysis} selects the runs, computes their metrics and collects all results
 * in an {@code AnalysisResult}. Everything is computed from records and returned as records; this
 * package must not read or write files, and must never replace a missing measurement by an invented
 * number.
 */
package io.github.greenscreen.analysis;
