package io.github.greenscreen.run;

/**
 * What a finished run found: the content of {@code parameters.yaml} added after training.
 *
 * @param parameterCount trainable parameters of the network
 * @param testAccuracy accuracy on the test split, 0 to 1; NaN where unknown
 * @param testF1 macro-averaged F1 on the test split, 0 to 1; NaN where unknown
 */
public record RunResult(long parameterCount, double testAccuracy, double testF1) {}
