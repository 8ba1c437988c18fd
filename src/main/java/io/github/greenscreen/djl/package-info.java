/**
 * Training with Deep Java Library and PyTorch; only this package and its sub-packages import {@code
 * ai.djl}. {@link io.github.greenscreen.djl.DjlTrainer} combines a network, a data set on the
 * device, an optimizer, and a schedule, and trains through DJL's trainer, whose listeners report
 * progress to the rest of the program.
 */
package io.github.greenscreen.djl;
