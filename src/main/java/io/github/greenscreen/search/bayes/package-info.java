/**
 * Bayesian optimisation under constraints: Gaussian-process surrogates of the objective and the
 * limits, an acquisition function, and its maximiser. It proposes points in encoded space and knows
 * no process or file.
 */
package io.github.greenscreen.search.bayes;
