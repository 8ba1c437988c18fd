/**
 * The trained network of a run on disk. {@code ModelFolder} knows the files, {@code NetworkFile}
 * their format, safetensors, and {@code NetworkDescription} what an array of weights does not say:
 * architecture, classes, and the normalisation of images. The package reads and writes bytes and
 * knows no engine.
 */
package io.github.greenscreen.run.network;
