/**
 * Trained networks as files: {@code NetworkSaver} writes the network of a run, {@code SavedNetwork}
 * reads it, and one class per format writes it for other programs, with the normalisation of images
 * inside. The package does not train and knows no run folder.
 */
package io.github.greenscreen.djl.export;
