package io.github.greenscreen.training;

/**
 * What the trained network achieves on the test split, which is looked at once.
 *
 * @param testAccuracy share of test images classified correctly, 0 to 1
 * @param testF1 F1 averaged over classes with equal weight, 0 to 1
 * @param testSeconds how long the test took
 */
public record TrainingResult(double testAccuracy, double testF1, double testSeconds) {}
