/**
 * Files of trained weights: safetensors, PyTorch state dicts, and TorchScript archives. {@code
 * WeightsFile} recognises the format and returns a {@code StateDict} of named arrays, whose numbers
 * are read when they are needed. Pickles are interpreted by a strict reader that knows arrays and
 * plain containers only; nothing in a file is ever executed. The package does not know networks or
 * the engine.
 */
package io.github.greenscreen.weights;
