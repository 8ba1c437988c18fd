/**
 * Regressions of cost, power, accuracy, and efficiency on the parameters. {@code RegressionFitter}
 * builds a design matrix from factors, fits a {@code LinearModel}, and returns coefficients with
 * intervals, tests, and residual diagnostics; Kruskal–Wallis tests replace a regression that has
 * too few runs.
 */
package io.github.greenscreen.analysis.regression;
