/**
 * The hyperparameters that the built-in trainer understands, typed, with their legal values and
 * defaults. {@code HyperparameterRegistry} validates a configuration and {@code Hyperparameters}
 * holds the typed values. No other package interprets the spelling of a value.
 */
package io.github.greenscreen.training.hyperparameter;
