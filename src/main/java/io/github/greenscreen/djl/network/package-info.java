/**
 * Networks as lists of operations. A network describes its layers to a {@link
 * io.github.greenscreen.djl.network.NetworkScript}, which writes them out as one TorchScript
 * function and remembers the parameters it needs; {@link
 * io.github.greenscreen.djl.network.ScriptedNetwork} is the DJL block that owns these parameters
 * and calls that function, one call per pass instead of one per layer.
 */
package io.github.greenscreen.djl.network;
