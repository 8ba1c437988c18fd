/**
 * Networks as lists of layers. An {@link io.github.greenscreen.djl.network.Architecture} lists the
 * layers; writers turn it into TorchScript functions, with one call per pass instead of one per
 * layer, in floating point of any precision: the {@link
 * io.github.greenscreen.djl.network.NetworkSource}. The DJL block {@link
 * io.github.greenscreen.djl.network.ScriptedNetwork} runs that source and owns the parameters. The
 * package does not know how networks are trained.
 */
package io.github.greenscreen.djl.network;
