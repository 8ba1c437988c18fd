package io.github.greenscreen.training;

/**
 * One epoch as the engine saw it.
 *
 * @param epoch number from 0
 * @param loss mean loss over the training images seen; NaN or infinite where training diverged
 * @param accuracy training accuracy, 0 to 1
 * @param validationLoss mean loss over the validation images; NaN where it was not measured,
 *     because training diverged
 * @param validationAccuracy validation accuracy, 0 to 1; NaN where it was not measured
 * @param learningRate learning rate of the last step
 * @param startMillis first moment of the epoch in milliseconds since 1970, by {@link
 *     io.github.greenscreen.power.MonotonicClock}, which stamps the power samples too
 * @param endMillis last moment, validation included
 * @param trainSeconds time spent training, but for passes that compile
 * @param validateSeconds time spent validating, but for passes that compile
 * @param compileSeconds time spent in first passes, in which the engine compiles; 0 where it does
 *     not
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
