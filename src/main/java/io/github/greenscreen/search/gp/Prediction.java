package io.github.greenscreen.search.gp;

/**
 * The predictive distribution at a point.
 *
 * @param mean the expected value
 * @param deviation its standard deviation, never negative
 */
public record Prediction(double mean, double deviation) {}
