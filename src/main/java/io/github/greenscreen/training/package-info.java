/**
 * One training, independent of the engine: typed hyperparameters, the port {@link
 * io.github.greenscreen.training.engine.Trainer} that an engine implements, the events it sends,
 * and {@code RunRecorder}, which joins epochs with power samples and writes the run folder. Limits
 * and stop requests end a training through {@code TrainingGuard} and {@code StoppableObserver}. The
 * package does not know any engine.
 */
package io.github.greenscreen.training;
