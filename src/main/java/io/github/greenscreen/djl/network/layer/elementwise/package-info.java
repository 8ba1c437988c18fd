/** Layers that compute each number of their value from the number in the same place. */
package io.github.greenscreen.djl.network.layer.elementwise;
