/**
 * Quantisation of a trained network to int8. {@link
 * io.github.greenscreen.djl.quantized.Int8Converter} folds batch normalisation and converts weights
 * to int8 and activations to uint8. The result is written as a TorchScript archive that any PyTorch
 * loads. {@link io.github.greenscreen.djl.quantized.Int8Network} reads it back and computes with
 * the engine's integer kernels or, if the machine has none, with the same integers in float64.
 * {@link io.github.greenscreen.djl.quantized.Int8Export} does all of this in one call. The package
 * does not know how a network is trained or calibrated.
 */
package io.github.greenscreen.djl.quantized;
