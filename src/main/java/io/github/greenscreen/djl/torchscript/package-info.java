/**
 * The door to TorchScript. The engine's Java binding lacks much of what PyTorch can do; a
 * TorchScript module does not. This package writes module archives from source text, loads them,
 * and calls their methods, with or without gradients. What the methods compute is not its business.
 */
package io.github.greenscreen.djl.torchscript;
