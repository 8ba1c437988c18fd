package io.github.greenscreen.search.gp;

/**
 * What is expected at a point.
 *
 * @param mean the expected value
 * @param deviation its standard deviation, never negative
 */
public record Prediction(double mean, double deviation) {}
