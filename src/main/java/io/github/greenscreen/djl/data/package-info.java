/**
 * Data sets, batches, and augmentation on the device. The bytes of a data set are copied to the
 * device once; TorchScript functions then gather, vary, scale, and label each batch as a whole.
 * Random numbers are drawn in Java from the seed, so that the same seed gives the same images on
 * every device. The package does not know networks or training.
 */
package io.github.greenscreen.djl.data;
