/**
 * Samplers, which propose the next configuration of a study: random, grid, Sobol, TPE, Bayesian,
 * HyperPower, and NSGA-II. {@code SamplerType} registers them. A sampler is a pure function of the
 * study and its seed.
 */
package io.github.greenscreen.search.sampler;
