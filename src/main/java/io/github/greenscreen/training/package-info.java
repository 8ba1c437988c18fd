/**
 * One training, whatever engine does it: the typed hyperparameters, the port {@link
 * io.github.greenscreen.training.Trainer} that an engine implements, the events it sends, and the
 * recorder that joins epochs with power samples and writes the run folder. JDK types only; no
 * engine is seen from here.
 */
package io.github.greenscreen.training;
