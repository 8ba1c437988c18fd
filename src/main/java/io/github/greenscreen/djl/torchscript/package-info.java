/**
 * Access to TorchScript, which offers much of PyTorch that the engine's Java binding lacks. {@code
 * ScriptArchive} writes module archives from source text; {@code ScriptModule} loads them and calls
 * their methods, with or without gradients. The package does not know what the methods compute.
 */
package io.github.greenscreen.djl.torchscript;
