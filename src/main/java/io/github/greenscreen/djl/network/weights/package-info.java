/**
 * Pretrained weights of networks. {@code PretrainedWeights} reads a file of weights, finds the
 * arrays of a network in it by the names of torchvision, timm, or Hugging Face ({@code
 * NameScheme}), and says what matched, what did not, and which images the weights expect. The
 * package does not know how the numbers reach the device.
 */
package io.github.greenscreen.djl.network.weights;
