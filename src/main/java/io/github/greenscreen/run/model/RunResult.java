package io.github.greenscreen.run.model;

/**
 * The result of a completed run: the part of {@code parameters.yaml} added after training.
 *
 * @param network size of the network
 * @param testAccuracy accuracy on the test split, 0 to 1; NaN if unknown
 * @param testF1 macro-averaged F1 on the test split, 0 to 1; NaN if unknown
 */
public record RunResult(NetworkSize network, double testAccuracy, double testF1) {}
