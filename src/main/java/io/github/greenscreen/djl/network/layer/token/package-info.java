/** Layers of transformers, whose values are sequences of tokens, [batch, tokens, width]. */
package io.github.greenscreen.djl.network.layer.token;
