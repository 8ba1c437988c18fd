package io.github.greenscreen.training.hyperparameter;

import java.util.OptionalInt;

/**
 * The learning rate over the steps of a run.
 *
 * @param initial rate of the first step after the warm-up, above 0; the largest of one cycle
 * @param schedule its schedule after the warm-up
 * @param decaySteps length of the schedule in steps, at least 1; empty for the default: all steps
 *     after the warm-up, or 1,000 for exponential decay
 * @param warmupSteps steps in which the rate rises linearly to the initial one, at least 0
 */
public record LearningRate(
    double initial, LrSchedule schedule, OptionalInt decaySteps, int warmupSteps) {}
