/**
 * Training with Deep Java Library and PyTorch: the only packages that see {@code ai.djl}. {@link
 * io.github.greenscreen.djl.DjlTrainer} puts a network, pictures on the device, an optimizer and a
 * schedule together and trains through DJL's trainer, whose listeners tell the rest of the program
 * what happens.
 */
package io.github.greenscreen.djl;
