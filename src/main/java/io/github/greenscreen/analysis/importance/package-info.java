/**
 * Importance of the parameters by PED-ANOVA and its agreement with the regression. Parameters are
 * binned into levels, the distribution of good runs is compared with that of all runs, and the
 * shares sum to one.
 */
package io.github.greenscreen.analysis.importance;
