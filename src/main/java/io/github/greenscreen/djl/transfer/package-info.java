/**
 * Copies between a device and the host. {@link io.github.greenscreen.djl.transfer.HostCopy} is the
 * only class that reads the numbers of an array, because DJL keeps the hidden copy of each number
 * that it reads from a GPU until the manager of the array closes, that is for a whole training.
 * What the numbers mean is not its business.
 */
package io.github.greenscreen.djl.transfer;
