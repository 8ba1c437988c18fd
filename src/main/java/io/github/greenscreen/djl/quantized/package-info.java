/**
 * What a trained network becomes when it is quantised. {@link
 * io.github.greenscreen.djl.quantized.Int8Converter} folds batch normalisation and turns weights
 * into int8, activations into uint8; the result is written as a TorchScript archive that any
 * PyTorch loads, and read back by {@link io.github.greenscreen.djl.quantized.Int8Network}, which
 * computes with the engine's integer kernels or, where the machine has none, with the same integers
 * in float64. {@link io.github.greenscreen.djl.quantized.Int8Export} does all of it in one call.
 * How a network is trained or calibrated is not this package's business.
 */
package io.github.greenscreen.djl.quantized;
