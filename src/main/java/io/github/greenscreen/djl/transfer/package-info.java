/**
 * Copies between a device and the host. {@link io.github.greenscreen.djl.transfer.HostCopy} is the
 * only class that reads the numbers of an array, because DJL keeps the hidden copy of each number
 * that it reads from a GPU until the manager of the array closes, which is usually the end of the
 * training. The package does not know the meaning of the numbers.
 */
package io.github.greenscreen.djl.transfer;
