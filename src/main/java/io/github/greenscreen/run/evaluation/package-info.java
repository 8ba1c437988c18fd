/**
 * How well the delivered network of a run classifies a split: the confusion matrix, precision,
 * recall, and F1 of its classes, and the scores that {@code status.yaml} records. {@code
 * SplitEvaluation} comes from an engine, {@code ConfusionSource} reads what run folders keep. The
 * package knows neither files nor engines.
 */
package io.github.greenscreen.run.evaluation;
