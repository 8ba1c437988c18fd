/**
 * Statistical routines that know nothing of runs: least squares by a pivoted QR decomposition, tail
 * probabilities, quantiles, the Durbin–Watson test, and the Benjamini–Hochberg correction. Arrays
 * in, numbers out; each is checked against R in a test.
 */
package io.github.greenscreen.analysis.statistics;
