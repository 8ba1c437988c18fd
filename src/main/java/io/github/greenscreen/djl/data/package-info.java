/**
 * Pictures on the device. The bytes of a data set are copied there once; each batch is gathered,
 * varied, scaled and labelled there by TorchScript functions on whole batches. What is random is
 * drawn in Java from the seed, so that the same seed gives the same pictures on every device.
 */
package io.github.greenscreen.djl.data;
