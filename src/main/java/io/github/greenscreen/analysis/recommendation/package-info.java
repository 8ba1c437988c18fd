/**
 * Recommends a configuration: the best level of every parameter by the regressions, with its
 * predicted accuracy and cost, and the comparison of that prediction with the final run. Every
 * choice carries the reason why it was made.
 */
package io.github.greenscreen.analysis.recommendation;
