/**
 * Networks as lists of layers. An {@link io.github.greenscreen.djl.network.Architecture} says which
 * layers there are; writers turn it into TorchScript functions, one call per pass instead of one
 * per layer: in floating point of any precision ({@link
 * io.github.greenscreen.djl.network.NetworkSource}, run by the DJL block {@link
 * io.github.greenscreen.djl.network.ScriptedNetwork}, which owns the parameters).
 */
package io.github.greenscreen.djl.network;
