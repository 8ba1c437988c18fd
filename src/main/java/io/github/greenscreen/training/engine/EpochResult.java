package io.github.greenscreen.training.engine;

/**
 * The result of one epoch, as the engine reports it.
 *
 * @param epoch number from 0
 * @param loss mean loss over the training images seen; NaN or infinite if training diverged
 * @param accuracy training accuracy, 0 to 1
 * @param validationLoss mean loss over the validation images; NaN if it was not measured, because
 *     training diverged
 * @param validationAccuracy validation accuracy, 0 to 1; NaN if it was not measured
 * @param learningRate learning rate of the last step
 * @param startMillis start of the epoch in milliseconds since 1970, by {@link
 *     io.github.greenscreen.power.MonotonicClock}, which also stamps the power samples
 * @param endMillis end of the epoch, validation included
 * @param trainSeconds time spent training, without passes that compile
 * @param validateSeconds time spent validating, without passes that compile
 * @param compileSeconds time spent in first passes, in which the engine compiles; 0 if it does not
 * @param images images trained in {@code trainSeconds}
 */
public record EpochResult(
    int epoch,
    double loss,
    double accuracy,
    double validationLoss,
    double validationAccuracy,
    double learningRate,
    long startMillis,
    long endMillis,
    double trainSeconds,
    double validateSeconds,
    double compileSeconds,
    int images) {}
