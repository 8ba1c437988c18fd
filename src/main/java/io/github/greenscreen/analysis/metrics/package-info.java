/**
 * Metrics of single runs: accuracy, energy, time, mean power, efficiency, per-epoch summaries, and
 * carbon footprint, together with the selection of runs that may be compared. {@code
 * RunMetricsFactory} computes a {@code RunMetrics} from a run record; missing measurements stay
 * NaN.
 */
package io.github.greenscreen.analysis.metrics;
