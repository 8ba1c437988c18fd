/**
 * The layers of networks. A layer declares its arrays and writes its own computation as TorchScript
 * in floating point; layers that integer kernels can compute also accept a visitor. The package
 * does not know which networks exist.
 */
package io.github.greenscreen.djl.network.layer;
